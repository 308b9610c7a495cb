"""Describe an entity in lines of text: its names, places and relations, with the sentences that state them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.io.build_files import entities, rows
from graph_builder.lexicon import labels, predicates
from graph_builder.resolve.lookup import entity_named


def entity_lines(folder: Path, name: str) -> Iterator[str]:
    """Yield the lines that describe an entity of a build; each relation is followed by its sentences.

    Args:
        folder: The folder of the build.
        name: A name, alias, Latin name or id.

    Raises:
        EntityError: The build has no such entity, or several.
        DamagedBuildError: A file of the build is missing or damaged.
    """
    every = entities(folder)
    entity = entity_named(every, name)
    names = {each.id: each.name for each in every}
    documents = {row["id"]: row for row in rows(folder, "documents.jsonl")}
    latin = f"≈ {entity.name_latin}" if entity.transliterated else entity.name_latin
    yield f"{entity.name} · {latin} · {labels().kinds[entity.kind].english} · {entity.id}"
    if entity.aliases:
        yield f"also written: {'، '.join(entity.aliases)}"
    if entity.place:
        yield f"at {entity.place.lat}, {entity.place.lon} ({entity.place.country})"
    yield from entity.links
    yield from (f"the same as {iri}" for iri in entity.same_as)
    for place, link, _ in entity.other_places:
        yield f"or at {place.lat}, {place.lon} ({place.country}) {link}"
    articles = {mention.document for mention in entity.mentions}
    yield f"{len(entity.mentions)} mentions in {len(articles)} articles"
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
    """Return the rules that read a relation in each sentence, by document, start and end."""
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
