"""Knowledge as pandas tables, whose columns are documented at `Tables` and `Entity`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from graph_builder.arabic.normalized import on_one_line
from graph_builder.core.dates import span
from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Relation
from graph_builder.export.documents import counts

ENTITIES = (
    *("id", "name", "name_latin", "kind", "aliases", "mentions", "articles", "statements"),
    *("lat", "lon", "country", "links"),
)
RELATIONS = (
    *("id", "subject", "predicate", "object", "polarity", "modality", "attributed_to", "date", "since", "until"),
    *("published", "place", "confidence", "sentences", "articles", "sentence", "trigger"),
    *("subject_id", "object_id", "attributed_to_id", "place_id"),
)
MENTIONS = ("entity", "name", "kind", "document", "start", "end", "surface", "sentence", "text")
DOCUMENTS = (
    *("id", "source", "title", "published", "words", "sentences", "silent", "mentions", "entities", "relations"),
    *("text", "copy_of"),
)
EVIDENCE = ("relation", "document", "start", "end", "trigger_start", "trigger", "rule", "sentence")
MERGES = ("entity", "name", "left", "right", "rule", "score")
NEIGHBOURS = ("id", "name", "kind", "statements", "predicates", "sentences")

_DAYS = ("since", "until", "published")
_NUMBERS = ("mentions", "articles", "statements", "sentences", "words", "silent", "entities", "relations")
_OFFSETS = ("start", "end", "trigger_start")
_FLOATS = ("lat", "lon", "confidence", "score")
_TYPES = {
    **dict.fromkeys(_DAYS, "datetime64[s]"),
    **dict.fromkeys((*_NUMBERS, *_OFFSETS), "int64"),
    **dict.fromkeys(_FLOATS, "float64"),
}


def entities(knowledge: Knowledge) -> pd.DataFrame:
    """Return a row for each entity, the most often mentioned first."""
    tied = Counter(end for relation in knowledge.relations for end in {relation.subject, relation.object})
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "name_latin": each.name_latin,
            "kind": each.kind,
            "aliases": each.aliases,
            "mentions": len(each.mentions),
            "articles": len({mention.document for mention in each.mentions}),
            "statements": tied[each.id],
            "lat": each.place.lat if each.place else None,
            "lon": each.place.lon if each.place else None,
            "country": each.place.country if each.place else None,
            "links": each.links,
        }
        for each in sorted(knowledge.entities, key=lambda each: (-len(each.mentions), each.name, each.id))
    ]
    return frame(rows, ENTITIES, "id")


def relations(knowledge: Knowledge) -> pd.DataFrame:
    """Return a row for each relation, in the order in which the articles first state them."""
    names = {entity.id: entity.name for entity in knowledge.entities}
    documents = {document.id: document for document in knowledge.documents}
    rows = [_statement(each, names, documents) for each in _in_order(knowledge.relations, documents)]
    return frame(rows, RELATIONS, "id")


def mentions(knowledge: Knowledge) -> pd.DataFrame:
    """Return a row for each mention, in the order of the texts."""
    documents = {document.id: document for document in knowledge.documents}
    sentences: dict[str, list[str]] = {document.id: [] for document in knowledge.documents}
    for each in knowledge.sentences:
        sentences[each.document].append(on_one_line(documents[each.document].text[each.start : each.end]))
    rows = [
        {
            "entity": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "document": mention.document,
            "start": mention.start,
            "end": mention.end,
            "surface": mention.surface,
            "sentence": mention.sentence,
            "text": sentences[mention.document][mention.sentence],
        }
        for entity in knowledge.entities
        for mention in entity.mentions
    ]
    return frame(sorted(rows, key=lambda row: (*_place(row, documents), row["end"])), MENTIONS)


def documents(knowledge: Knowledge) -> pd.DataFrame:
    """Return a row for each article, sorted by source."""
    found = counts(knowledge)
    rows = [
        {
            "id": each.id,
            "source": each.source,
            "title": each.title,
            "published": each.published,
            "text": each.text,
            "copy_of": each.copy_of,
            **found[each.id],
        }
        for each in sorted(knowledge.documents, key=lambda each: (each.source, each.id))
    ]
    return frame(rows, DOCUMENTS, "id")


def evidence(knowledge: Knowledge, relations: Iterable[Relation]) -> pd.DataFrame:
    """Return a row for each sentence that states a relation, in the order of the texts."""
    documents = {document.id: document for document in knowledge.documents}
    rows = [
        {
            "relation": relation.id,
            "document": each.document,
            "start": each.start,
            "end": each.end,
            "trigger_start": each.trigger_start,
            "trigger": each.trigger,
            "rule": each.rule,
            "sentence": sentence_of(each, documents),
        }
        for relation in relations
        for each in relation.evidence
    ]
    return frame(sorted(rows, key=lambda row: (*_place(row, documents), row["relation"])), EVIDENCE)


def merges(knowledge: Knowledge) -> pd.DataFrame:
    """Return a row for each merge, sorted by the name of the entity."""
    names = {entity.id: entity.name for entity in knowledge.entities}
    rows = [
        {
            "entity": m.entity,
            "name": names[m.entity],
            "left": m.left,
            "right": m.right,
            "rule": m.rule,
            "score": m.score,
        }
        for m in knowledge.merges
    ]
    return frame(sorted(rows, key=lambda row: (row["name"], row["right"], row["rule"])), MERGES)


def neighbours(knowledge: Knowledge, entity: Entity) -> pd.DataFrame:
    """Return a row for each neighbour, sorted by the number of relations, then of common sentences."""
    predicates: dict[str, list[str]] = {}
    for relation in knowledge.relations:
        if entity.id in (relation.subject, relation.object):
            other = relation.object if relation.subject == entity.id else relation.subject
            predicates.setdefault(other, []).append(relation.predicate)
    own = {(mention.document, mention.sentence) for mention in entity.mentions}
    together = {e.id: len(own & {(m.document, m.sentence) for m in e.mentions}) for e in knowledge.entities}
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "kind": each.kind,
            "statements": len(predicates.get(each.id, ())),
            "predicates": tuple(sorted(set(predicates.get(each.id, ())))),
            "sentences": together[each.id],
        }
        for each in knowledge.entities
        if each.id != entity.id and (each.id in predicates or together[each.id])
    ]
    return frame(sorted(rows, key=lambda r: (-r["statements"], -r["sentences"], r["name"], r["id"])), NEIGHBOURS, "id")


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], index: str | None = None) -> pd.DataFrame:
    """Return rows as a table; its columns have their types even if it is empty."""
    made = pd.DataFrame(list(rows), columns=list(columns))
    made = made.astype({column: kind for column, kind in _TYPES.items() if column in made.columns})
    return made if index is None else made.set_index(index)


def sentence_of(evidence: Evidence, documents: Mapping[str, Document]) -> str:
    """Return the sentence of the evidence, on one line."""
    return on_one_line(documents[evidence.document].text[evidence.start : evidence.end])


def _statement(relation: Relation, names: Mapping[str, str], documents: Mapping[str, Document]) -> dict[str, Any]:
    first = min(relation.evidence, key=lambda each: (documents[each.document].source, each))
    days = [day for each in relation.evidence if (day := documents[each.document].published)]
    since, until = span(relation.date) if relation.date else (None, None)
    return {
        "id": relation.id,
        **{end: names.get(getattr(relation, end) or "") for end in ("subject", "object", "attributed_to", "place")},
        **{f"{end}_id": getattr(relation, end) for end in ("subject", "object", "attributed_to", "place")},
        "predicate": relation.predicate,
        "polarity": relation.polarity,
        "modality": relation.modality,
        "date": relation.date,
        "since": since,
        "until": until,
        "published": min(days, default=None),
        "confidence": relation.confidence,
        "sentences": len({(each.document, each.start) for each in relation.evidence}),
        "articles": len({each.document for each in relation.evidence}),
        "sentence": sentence_of(first, documents),
        "trigger": first.trigger,
    }


def _in_order(relations: Iterable[Relation], documents: Mapping[str, Document]) -> list[Relation]:
    def first(relation: Relation) -> tuple[Any, ...]:
        return min((documents[e.document].source, e.document, e.start, e.trigger_start) for e in relation.evidence)

    return sorted(relations, key=lambda relation: (*first(relation), relation.id))


def _place(row: Mapping[str, Any], documents: Mapping[str, Document]) -> tuple[str, str, int]:
    return documents[row["document"]].source, row["document"], row["start"]
