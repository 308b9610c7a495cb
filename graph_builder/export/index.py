"""index.html: an overview of a build, with links to its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph_builder.arabic.normalized import plain
from graph_builder.core.result import Result
from graph_builder.core.values import Document, Evidence
from graph_builder.export.csp import content_security_policy
from graph_builder.export.documents import counts
from graph_builder.export.overview import communities, most_active_pairs, most_named, timeline
from graph_builder.export.summary import figures, found, months
from graph_builder.io.text import write_text
from graph_builder.lexicon import Label, Predicate, labels, predicates

FILES = {
    "explorer.html": Label("الشبكة التفاعلية، وهي نقطة البداية", "the interactive graph: start here"),
    "relations.csv": Label("العلاقات وجملها، لبرامج الجداول", "relations with their sentences, for spreadsheets"),
    "entities.csv": Label("الأشخاص والأماكن والمنظمات", "people, places and organisations"),
    "cooccurrence.csv": Label("من يُذكر مع من", "who is named with whom"),
    "merges.csv": Label("أي الأسماء دُمجت ولماذا", "which names were merged, and why"),
    "relations.graphml": Label("شبكة العلاقات", "relations for Cytoscape, igraph, networkx"),
    "relations.gexf": Label("شبكة العلاقات لبرنامج Gephi", "relations for Gephi"),
    "cooccurrence.graphml": Label("شبكة الذكر المشترك", "co-occurrence for Cytoscape, igraph, networkx"),
    "cooccurrence.gexf": Label("شبكة الذكر المشترك لبرنامج Gephi", "co-occurrence for Gephi"),
    "places.geojson": Label("الأماكن لأي خريطة", "places for any map"),
    "documents.jsonl": Label("نصوص المقالات", "the articles' texts"),
    "entities.jsonl": Label("الكيانات بكل مواضع ذكرها", "entities with every mention"),
    "relations.jsonl": Label("العلاقات بكل أدلتها", "relations with all their evidence"),
    "graph.ttl": Label("كل شيء بصيغة RDF", "everything as RDF"),
    "graph.nq": Label("كل شيء بصيغة RDF، رسم لكل مقال", "everything as RDF, a named graph an article"),
    "ontology.ttl": Label("معاني مفردات RDF", "what the RDF's own terms mean"),
    "shapes.ttl": Label("قيود SHACL التي يستوفيها", "SHACL shapes that the RDF conforms to"),
    "manifest.json": Label("المدخلات والإعدادات وبصمات الملفات", "inputs, settings and digests of all files"),
}

_ROWS = 200  # maximum number of articles or problems listed; documents.jsonl and manifest.json have all
_TOP = 10
_TOP_ACTORS = 12


def write(result: Result, path: Path) -> None:
    """Write the page: one self-contained file without network access, with all text from articles escaped.

    Raises:
        OSError: If the file cannot be written.
    """
    environment = Environment(
        loader=PackageLoader("graph_builder.export", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (resources.files("graph_builder.export") / "index.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    bars = timeline(result)
    total = found(result)
    page = environment.get_template("index.html.jinja").render(
        policy=content_security_policy([], [style]),
        style=Markup(style),
        kinds=_kinds(result),
        **_telling(result),
        words=total["words"],
        reading=[
            (labels().reading[name], number) for name, number in figures(result.reading, total["unnamed"]).items()
        ],
        months=months(result),
        mentions=total["mentions"],
        relations=total["relations"],
        articles=_articles(result)[:_ROWS],
        articles_total=total["documents"],
        actors=most_named(result, ("PER", "ORG"), _TOP_ACTORS),
        places=most_named(result, ("LOC",), _TOP_ACTORS),
        pairs=most_active_pairs(result, _TOP, lambda name: predicates()[name].event),
        predicate_names=predicates(),
        groups=communities(result, _TOP),
        bars=bars,
        dated=sum(bar.count for bar in bars),
        predicates=_predicates(result),
        strongest=_strongest(result),
        skipped=[problem for problem in result.problems if problem.outcome == "skipped"],
        noted=[problem for problem in result.problems if problem.outcome == "noted"],
        rows=_ROWS,
        files=FILES,
    )
    write_text(path, page + "\n")


def _kinds(result: Result) -> list[tuple[Label, int]]:
    found: Counter[str] = Counter(entity.kind for entity in result.knowledge.entities)
    return [(label, found[kind]) for kind, label in labels().many.items()]


def _articles(result: Result) -> list[tuple[Document, dict[str, int]]]:
    found = counts(result.knowledge)
    documents = sorted(result.knowledge.documents, key=lambda document: (document.source, document.id))
    return [(document, found[document.id]) for document in documents]


def _telling(result: Result) -> dict[str, int]:
    """Return the number of sentences without extractions, and the percentage of the others."""
    every = counts(result.knowledge).values()
    sentences, silent = (sum(each[name] for each in every) for name in ("sentences", "silent"))
    return {"silent": silent, "telling": round(100 * (sentences - silent) / sentences) if sentences else 0}


def _predicates(result: Result) -> list[tuple[Predicate, int, int]]:
    """Return each predicate with its number of relations, and this as a percentage of the highest number."""
    found = Counter(relation.predicate for relation in result.knowledge.relations)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [(predicates()[name], number, round(100 * number / ranked[0][1])) for name, number in ranked]


def _strongest(result: Result) -> list[dict[str, Any]]:
    """Return the top edges of relations by number of sentences, then confidence, with the first sentence of each."""
    graph: nx.MultiDiGraph[str] = result.relations
    documents = {document.id: document for document in result.knowledge.documents}
    edges = sorted(
        graph.edges(keys=True),
        key=lambda e: (not predicates()[e[2]].event, -graph.edges[e]["count"], -graph.edges[e]["confidence"], e),
    )
    strongest = []
    for subject, obj, predicate in edges[:_TOP]:
        edge = graph.edges[subject, obj, predicate]
        first = edge["evidence"][0]
        document = documents[first.document]
        strongest.append(
            {
                "subject": graph.nodes[subject]["name"],
                "predicate": predicates()[predicate],
                "object": graph.nodes[obj]["name"],
                "count": edge["count"],
                "modality": _modality(edge),
                "sentence": _parts(document.text, first),
                "title": document.title,
            }
        )
    return strongest


def _parts(text: str, evidence: Evidence) -> tuple[str, str, str]:
    """Return the sentence of a piece of evidence as the text before its trigger, the trigger, and the text after it."""
    after = evidence.trigger_start + len(evidence.trigger)
    parts = (text[evidence.start : evidence.trigger_start], evidence.trigger, text[after : evidence.end])
    before, trigger, following = (plain(part).text for part in parts)
    return before, trigger, following


def _modality(edge: Mapping[str, Any]) -> Label | None:
    """Return the modality of an edge without an asserted relation, else None."""
    if edge["asserted"]:
        return None
    return labels().modalities["reported" if edge["reported"] else "future"]
