"""Who an entity is, as lines to print: names, offices, and what is said of it with the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.io.build_files import entities, rows
from graph_builder.lexicon import labels, predicates
from graph_builder.review.decide import the_one


def entity_lines(folder: Path, name: str) -> Iterator[str]:
    """The entity of that name in a build; the sentences stand below each relation, on one line each.

    Raises ReviewError.
    """
    every = entities(folder)
    entity = the_one(every, name)
    names = {each.id: each.name for each in every}
    facts = next(row for row in rows(folder, "entities.jsonl") if row["id"] == entity.id)
    documents = {row["id"]: row for row in rows(folder, "documents.jsonl")}
    latin = f"≈ {entity.name_latin}" if facts["transliterated"] else entity.name_latin
    yield f"{entity.name} · {latin} · {labels().kinds[entity.kind].english} · {entity.id}"
    if entity.aliases:
        yield f"also written: {'، '.join(entity.aliases)}"
    if facts["place"]:
        yield f"at {facts['place']['lat']}, {facts['place']['lon']} ({facts['place']['country']})"
    yield from facts["links"]
    yield from (f"the same as {iri}" for iri in facts["same_as"])
    for other in facts["other_places"]:
        yield f"or at {other['lat']}, {other['lon']} ({other['country']}) {other['link']}"
    articles = {mention["document"] for mention in facts["mentions"]}
    yield f"{len(facts['mentions'])} mentions in {len(articles)} articles"
    about = [row for row in rows(folder, "relations.jsonl") if entity.id in (row["subject"], row["object"])]
    order = list(predicates())
    for row in sorted(about, key=lambda row: (order.index(row["predicate"]), -row["confidence"], row["id"])):
        yield ""
        yield _stated(row, names)
        for (article, start, end), rules in _sentences(row["evidence"]).items():
            document = documents[article]
            yield f"    {' '.join(document['text'][start:end].split())}"
            yield f"    [{document['source']}; {', '.join(rules)}]"


def _sentences(evidence: list[dict[str, Any]]) -> dict[tuple[str, int, int], list[str]]:
    """The rules that read each sentence."""
    sentences: dict[tuple[str, int, int], list[str]] = {}
    for each in evidence:
        rules = sentences.setdefault((each["document"], each["start"], each["end"]), [])
        if each["rule"] not in rules:
            rules.append(each["rule"])
    return sentences


def _stated(row: dict[str, Any], names: dict[str, str]) -> str:
    english = predicates()[row["predicate"]].english
    marks = [row["polarity"]] * (row["polarity"] != "affirmed") + [row["modality"]] * (row["modality"] != "asserted")
    if row["attributed_to"]:
        marks.append(f"says {names[row['attributed_to']]}")
    if row["date"]:
        marks.append(row["date"])
    said = f" ({', '.join(marks)})" if marks else ""
    return f"{names[row['subject']]} — {english} — {names[row['object']]}{said}  {row['confidence']:.2f}"
