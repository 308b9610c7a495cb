"""Extractions are aggregated: equal ones become one relation with all their evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.core.values import Entity
from graph_builder.relate.extract import extract_by_rules
from graph_builder.relate.extractions import CONFIDENCE, Extraction, aggregate
from graph_builder.relate.sentence.coreference import mentions_by_document, views_of_names
from graph_builder.resolve import resolve
from tests.support.sentences import article

_CORPUS = [article("quoted")]
_ENTITIES = {entity.id: entity for entity in resolve(_CORPUS).entities}
_BY_NAME = {entity.name: entity for entity in _ENTITIES.values()}


def _claim() -> Extraction:
    """Somebody speaks about Lebanon."""
    views = views_of_names(_CORPUS[0], mentions_by_document(_ENTITIES.values())[_CORPUS[0].document.id], _ENTITIES)
    every = (extraction for sentence in extract_by_rules(views) for extraction in sentence.extractions)
    return next(
        extraction
        for extraction in every
        if extraction.evidence.rule == "speech" and extraction.object == _BY_NAME["لبنان"].id
    )


def _gathered(*extractions: Extraction) -> list[tuple[str, str, str, float]]:
    return [(r.subject, r.predicate, r.object, r.confidence) for r in aggregate(extractions, _ENTITIES)]


def test_aggregate_confidence_of_one_extraction_is_that_of_its_rule() -> None:
    extraction = _claim()
    assert _gathered(extraction) == [(extraction.subject, "speaks_about", extraction.object, CONFIDENCE["speech"])]


def test_aggregate_repetition_in_one_sentence_keeps_confidence() -> None:
    extraction = _claim()
    assert _gathered(extraction, extraction) == _gathered(extraction)


def test_aggregate_second_sentence_raises_confidence_below_certainty() -> None:
    extraction = _claim()
    others = [
        replace(extraction, evidence=replace(extraction.evidence, start=start, end=start + 9)) for start in range(500)
    ]
    one, two, many = (_gathered(*others[:count])[0][3] for count in (1, 2, 500))
    assert one < two < many <= 1


def test_aggregate_evidence_of_a_copy_keeps_confidence() -> None:
    extraction = _claim()
    again = replace(extraction, evidence=replace(extraction.evidence, document="copy"))
    (alone,), (surer,) = aggregate([extraction], _ENTITIES), aggregate([extraction, again], _ENTITIES)
    (same,) = aggregate([extraction, again], _ENTITIES, frozenset({"copy"}))
    assert surer.confidence > same.confidence == alone.confidence
    assert len(same.evidence) == 2
    assert aggregate([again], _ENTITIES, frozenset({"copy"}))[0].confidence == alone.confidence


@pytest.mark.parametrize(
    "change",
    [{"polarity": "negated"}, {"modality": "future"}, {"attributed_to": _BY_NAME["سوريا"].id}],
)
def test_aggregate_keeps_polarity_modality_and_attribution_apart(change: dict[str, str]) -> None:
    assert len(_gathered(_claim(), replace(_claim(), **change))) == 2  # type: ignore[arg-type]


def _ids(*names: str) -> tuple[str, ...]:
    entities: list[Entity] = [_BY_NAME[name] for name in names]
    return tuple(entity.id for entity in entities)


def test_aggregate_drops_relation_of_an_entity_to_itself() -> None:
    (lebanon,) = _ids("لبنان")
    assert _gathered(replace(_claim(), subject=lebanon)) == []


def test_aggregate_drops_kinds_that_the_predicate_does_not_admit() -> None:
    person, lebanon, syria = _ids("نادر المنصوري", "لبنان", "سوريا")
    assert _gathered(replace(_claim(), subject=lebanon, predicate="holds_position", object=syria)) == []
    assert _gathered(replace(_claim(), subject=person, predicate="located_in", object=syria)) == []
    assert len(_gathered(replace(_claim(), subject=lebanon, predicate="located_in", object=syria))) == 1


def test_aggregate_symmetric_predicate_has_one_direction() -> None:
    lebanon, syria = _ids("لبنان", "سوريا")
    there = replace(_claim(), subject=lebanon, predicate="consult", object=syria)
    back = replace(there, subject=syria, object=lebanon)
    assert _gathered(there) == _gathered(back) == _gathered(there, back)


def test_aggregate_drops_contradicting_places() -> None:
    lebanon, syria = _ids("لبنان", "سوريا")
    here, there = (replace(_claim(), place=place) for place in (lebanon, syria))
    assert [r.place for r in aggregate([here], _ENTITIES)] == [lebanon]
    assert [r.place for r in aggregate([here, there], _ENTITIES)] == [None]
