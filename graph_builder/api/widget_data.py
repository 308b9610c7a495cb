"""What the widgets show: relations with their sentences, as JSON, in both languages."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from graph_builder.api import sentences
from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Relation
from graph_builder.lexicon import Label, labels, predicates

Data = dict[str, Any]

_MOST_BARS = 40  # of one unit of time; more are joined into the next larger unit
_UNITS = {"day": 10, "month": 7, "year": 4}  # characters of an ISO date that name it


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return the texts of the widgets, by language and key."""
    read: dict[str, dict[str, str]] = json.loads(
        files("graph_builder.api").joinpath("widget_texts.json").read_text(encoding="utf-8")
    )
    return read


def neighbourhood(knowledge: Knowledge, entity: Entity, about: Iterable[Relation]) -> Data:
    """Return the relations of an entity, by the entity on their other side and by direction.

    A symmetric relation is outgoing. Within a direction, the neighbours with the most relations come first.
    """
    ties: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for each in about:
        incoming = each.object == entity.id and not predicates()[each.predicate].symmetric
        other = each.subject if each.object == entity.id else each.object
        ties["incoming" if incoming else "outgoing", other].append(each)
    names = {each.id: each.name for each in knowledge.entities}
    order = sorted(ties, key=lambda tie: (-len(ties[tie]), names[tie[1]], tie))
    shared, number = _statements(knowledge, [relation for tie in order for relation in ties[tie]])
    rows: Data = {"incoming": [], "outgoing": []}
    for direction, other in order:
        found = [number[relation.id] for relation in ties[direction, other]]
        rows[direction].append({"entity": other, "statements": found})
    shared["entities"] |= _entities([entity])
    return {"view": "neighbourhood", "centre": entity.id, **rows, **shared}


def timeline(knowledge: Knowledge) -> Data:
    """Return the relations by day, month or year, whichever is the smallest that gives at most forty bars.

    A relation counts on the first day of its date, or, without one, of the publication of the first article that states
    it. A date that is less exact than the bars has a bar of its own.
    """
    published = {document.id: document.published for document in knowledge.documents}
    moments: list[tuple[str, bool, Relation]] = []
    undated = 0
    for each in knowledge.relations:
        days = [day for evidence in each.evidence if (day := published[evidence.document])]
        if each.date:
            moments.append((each.date.partition("/")[0], True, each))
        elif days:
            moments.append((min(days).isoformat(), False, each))
        else:
            undated += 1
    unit = next((u for u, n in _UNITS.items() if len({m[:n] for m, *_ in moments}) <= _MOST_BARS), "year")
    moments.sort(key=lambda moment: (moment[0], moment[2].id))
    shared, number = _statements(knowledge, [relation for *_, relation in moments])
    bars: dict[str, Data] = {}
    for moment, dated, relation in moments:
        period = moment[: _UNITS[unit]]
        bar = bars.setdefault(period, {"period": period, "dated": [], "published": []})
        bar["dated" if dated else "published"].append(number[relation.id])
    return {"view": "timeline", "unit": unit, "bars": list(bars.values()), "undated": undated, **shared}


def _statements(knowledge: Knowledge, relations: Sequence[Relation]) -> tuple[Data, Mapping[str, int]]:
    """Return relations, their entities and the labels of both, and the place of each relation by its id."""
    documents = {document.id: document for document in knowledge.documents}
    known = {each.id: each for each in knowledge.entities}
    ends = {end for r in relations for end in (r.subject, r.object, r.attributed_to) if end}
    used = sorted({relation.predicate for relation in relations})
    data = {
        "entities": _entities(known[end] for end in sorted(ends)),
        "statements": [_statement(relation, documents) for relation in relations],
        "labels": {
            **{kind: _label(label) for kind, label in labels().kinds.items()},
            **{name: {"ar": predicates()[name].arabic, "en": predicates()[name].english} for name in used},
            **{mark: _label(label) for mark, label in (labels().polarities | labels().modalities).items()},
        },
    }
    return data, {relation.id: place for place, relation in enumerate(relations)}


def _statement(relation: Relation, documents: Mapping[str, Document]) -> Data:
    marks = [mark for mark in (relation.polarity, relation.modality) if mark not in ("affirmed", "asserted")]
    return {
        "id": relation.id,
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "marks": marks,
        "speaker": relation.attributed_to,
        "date": relation.date,
        "confidence": relation.confidence,
        "sentences": list(_sentences(relation.evidence, documents)),
    }


def _sentences(evidence: Iterable[Evidence], documents: Mapping[str, Document]) -> Iterator[Data]:
    for each in evidence:
        document = documents[each.document]
        before, trigger, after = sentences.parts(each, document.text)
        yield {"before": before, "trigger": trigger, "after": after, "source": document.source}


def _entities(entities: Iterable[Entity]) -> Data:
    return {each.id: {"ar": each.name, "en": each.name_latin or each.name, "kind": each.kind} for each in entities}


def _label(label: Label) -> dict[str, str]:
    return {"ar": label.arabic, "en": label.english}
