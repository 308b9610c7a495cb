"""A build as plain data for the page: lists, dictionaries, strings and numbers, each sentence once.

References are indices into the lists. Offsets are code points from the start of a sentence. Large tables are stored in
columns: a list for each attribute, all of equal length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph_builder.arabic.normalized import Normalized, line_breaks, plain
from graph_builder.core.result import Result
from graph_builder.core.sources import origin
from graph_builder.core.values import Document, Entity, Evidence, Merge, Relation, Span
from graph_builder.export.explorer.borders import outlines, projected
from graph_builder.export.explorer.opening import opening
from graph_builder.export.explorer.sentences import Name, evidence_sentence, names_in
from graph_builder.export.explorer.vis import network

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Tables:
    """The indices of things in the lists of the page, and the displayed form of each sentence."""

    documents: Mapping[str, int]
    entities: Mapping[str, int]
    sentences: Mapping[Span, int]
    rules: Mapping[str, int]
    shown: Mapping[Span, Normalized]


def page_data(result: Result) -> Json:
    """Return the data of the page.

    It is a dictionary of

    - `documents`: id, title, source, `origin` of the source, and date of publication (ISO 8601 or null);
    - `sentences`: columns of document, text, whether it opens a paragraph, and `names`: start, end and entity of every
      mention, flattened;
    - `entities`: names, kind, merges, place and counts;
    - `relations`: columns; `evidence` has sentence, start and end of the trigger, and rule of each piece, flattened;
    - `rules`: the names of the rules;
    - `pairs`: columns of the edges of co-occurrence;
    - `networks`: for each graph its nodes, in columns and strongest first, the options of vis-network, the order in
      which nodes are shown, and the names of communities;
    - `opening`: what is drawn first (see `opening.py`);
    - `outlines`: the paths of countries, if any entity has coordinates;
    - `build`: the settings and versions.
    """
    knowledge = result.knowledge
    relations = knowledge.relations
    sentences = sorted({*knowledge.sentences, *(evidence_sentence(e) for r in relations for e in r.evidence)})
    rules = sorted({evidence.rule for relation in relations for evidence in relation.evidence})
    texts = {document.id: document.text for document in knowledge.documents}
    tables = _Tables(
        documents={document.id: index for index, document in enumerate(knowledge.documents)},
        entities={entity.id: index for index, entity in enumerate(knowledge.entities)},
        sentences={sentence: index for index, sentence in enumerate(sentences)},
        rules={rule: index for index, rule in enumerate(rules)},
        shown={s: plain(texts[s.document][s.start : s.end]) for s in sentences},
    )
    merges: dict[str, list[Merge]] = defaultdict(list)
    for merge in knowledge.merges:
        merges[merge.entity].append(merge)
    return {
        "documents": [_document(document) for document in knowledge.documents],
        "sentences": _sentences(sentences, result, tables),
        "entities": [_entity(entity, merges[entity.id]) for entity in knowledge.entities],
        "relations": _relations(relations, tables),
        "rules": rules,
        "pairs": _pairs(result.cooccurrence, tables),
        "networks": {
            "relations": network(result.relations, tables.entities),
            "cooccurrence": network(result.cooccurrence, tables.entities),
        },
        "opening": opening(relations, tables.entities),
        "outlines": outlines() if any(entity.place for entity in knowledge.entities) else {},
        "build": dict(result.settings),
    }


def _document(document: Document) -> Json:
    published = document.published.isoformat() if document.published else None
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "origin": origin(document.source),
        "published": published,
    }


def _sentences(sentences: Sequence[Span], result: Result, tables: _Tables) -> Json:
    breaks = {document.id: line_breaks(document.text) for document in result.knowledge.documents}
    names = names_in(sentences, result.knowledge)
    before = [None, *sentences]
    return {
        "document": [tables.documents[sentence.document] for sentence in sentences],
        "text": [tables.shown[sentence].text for sentence in sentences],
        "opens": [
            int(last is None or last.document != s.document or _has_between(breaks[s.document], last.end, s.start))
            for last, s in zip(before, sentences, strict=False)
        ],
        "names": [_flat(names[sentence], tables.shown[sentence]) for sentence in sentences],
    }


def _has_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _flat(names: Sequence[Name], shown: Normalized) -> list[int]:
    places = ((shown.find(name.start), shown.find(name.end), name.entity) for name in names)
    return [number for place in places for number in place]


def _entity(entity: Entity, merges: Sequence[Merge]) -> Json:
    place = entity.place
    return {
        "id": entity.id,
        "name": entity.name,
        "latin": entity.name_latin,
        "transliterated": entity.transliterated,
        "kind": entity.kind,
        "aliases": [alias for alias in entity.aliases if alias != entity.name],
        "merges": [
            {"left": m.left, "right": m.right, "rule": m.rule, "score": round(m.score, 6)}
            for m in sorted(merges, key=lambda m: (m.left, m.right, m.rule, m.score))
        ],
        "place": [round(place.lat, 4), round(place.lon, 4), place.country] if place else None,
        "point": projected(place.lat, place.lon) if place else None,
        "links": entity.links,
        "mentions": len(entity.mentions),
        "documents": len({mention.document for mention in entity.mentions}),
    }


def _relations(relations: Sequence[Relation], tables: _Tables) -> Json:
    def entity(identifier: str | None) -> int | None:
        return tables.entities[identifier] if identifier else None

    return {
        "subject": [tables.entities[r.subject] for r in relations],
        "predicate": [r.predicate for r in relations],
        "object": [tables.entities[r.object] for r in relations],
        "negated": [int(r.polarity == "negated") for r in relations],
        "modality": [r.modality for r in relations],
        "speaker": [entity(r.attributed_to) for r in relations],
        "date": [r.date for r in relations],
        "place": [entity(r.place) for r in relations],
        "confidence": [round(r.confidence, 3) for r in relations],
        "evidence": [_evidence(r.evidence, tables) for r in relations],
    }


def _evidence(evidence: Iterable[Evidence], tables: _Tables) -> list[int]:
    numbers: list[int] = []
    for each in evidence:
        sentence = evidence_sentence(each)
        shown = tables.shown[sentence]
        start = each.trigger_start - each.start
        places = (shown.find(start), shown.find(start + len(each.trigger)))
        numbers += (tables.sentences[sentence], *places, tables.rules[each.rule])
    return numbers


def _pairs(graph: nx.Graph[str], tables: _Tables) -> Json:
    edges = {tuple(sorted((tables.entities[a], tables.entities[b]))): edge for a, b, edge in graph.edges(data=True)}
    ordered = sorted(edges.items(), key=lambda item: item[0])
    return {
        "from": [pair[0] for pair, _ in ordered],
        "to": [pair[1] for pair, _ in ordered],
        "count": [edge["count"] for _, edge in ordered],
        "documents": [edge["documents"] for _, edge in ordered],
        "npmi": [round(edge["npmi"], 3) for _, edge in ordered],
    }
