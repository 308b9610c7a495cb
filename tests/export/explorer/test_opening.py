"""What the explorer draws first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.core.values import Knowledge
from graph_builder.export.explorer.opening import EVENT, STATE, STRONG, opening, strengths, weights
from graph_builder.lexicon import predicates
from tests.support.samples import sample_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return sample_knowledge()


def test_weights_are_those_of_events_and_of_states() -> None:
    assert weights().keys() == predicates().keys()
    assert {name for name, weight in weights().items() if weight == EVENT} == {
        name for name, predicate in predicates().items() if predicate.event
    }
    assert weights()["holds_position"] == weights()["present_in"] == STATE < EVENT


def test_strength_counts_a_sentence_once_by_its_weightiest_statement(knowledge: Knowledge) -> None:
    visit = next(relation for relation in knowledge.relations if relation.predicate == "present_in")
    line = (visit.subject, visit.object)
    assert strengths([visit])[line] == STATE
    assert strengths([visit, replace(visit, predicate="assault")])[line] == EVENT
    again = tuple(replace(each, start=each.start + 1) for each in visit.evidence)
    assert strengths([visit, replace(visit, predicate="assault", evidence=again)])[line] == EVENT + STATE


def test_order_has_the_names_on_strong_lines_only(knowledge: Knowledge) -> None:
    index = {entity.id: number for number, entity in enumerate(knowledge.entities)}
    strong = {side for line, strength in strengths(knowledge.relations).items() if strength >= STRONG for side in line}
    order = opening(knowledge.relations, index)["order"]
    assert sorted(order) == sorted(index[side] for side in strong)
    names = [knowledge.entities[number].name for number in order]
    assert set(names[:2]) == {"ليلى المنصوري", "سامي الحداد"}, "whom the most sentences tell of"
    assert "سوريا" not in names
