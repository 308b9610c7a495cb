"""Registered rules: each has a confidence, an explanation and a recorded sentence that it reads alone."""

from __future__ import annotations

import functools
import re

import pytest

from graph_builder.core.values import Relation
from graph_builder.relate import relate
from graph_builder.relate.extractions import CONFIDENCE
from graph_builder.relate.rules.registry import registered_rules
from graph_builder.resolve import resolve
from tests.support.sentences import article

_EXAMPLES = {
    "nationality_after_name": "officials",
    "command_of_army": "bodies",
    "nationality_in_name": "agency_phrase",
    "government_organization": "ministry_in_country",
    "allegiance_adjective": "allegiance",
    "adjective_after_place": "visit",
    "place_within_place": "within",
    "place_belonging_to": "place_belonging",
    "place_beside_direction": "within",
    "capital_of": "capital",
    "nominal_agent": "officials",
    "nominal_agent_phrase": "helped",
    "nominal_country": "by_nationality",
    "nominal_passive": "noun_with_agency_phrase",
    "nominal_controlled": "accusations",
    "threat_of_event": "threat",
    "nominal_with_verb": "office_after",
    "nominal_patient_possessor": "noun_on_possessions",
    "nominal_between": "sides",
    "side_of_battle": "sides",
    "nominal_countries": "together",
    "nominal_alongside": "helped",
    "nominal_joint": "noun_with_two_genitives",
    "nominal_patient": "noun_of_purpose",
    "place_of_event": "meeting",
    "undergone_event": "undergoing",
    "killed_in_event": "killed",
    "event_with_target": "targeted",
    "attack_on_place": "attacked_place",
    "place_in_hands": "fallen",
    "office_before_name": "whole_names",
    "office_after_name": "members",
    "seat_of_office": "ambassador",
    "verb_order_and_parse": "whole_names",
    "verb_order": "introduced",
    "verb_parse": "allegiance",
    "verb_object_nominal": "saleh_alone",
    "verb_object_possessor": "possessed_object",
    "stance_on_place": "stance_on_events",
    "verb_joint": "together",
    "verb_passive": "agency_phrase",
    "place_of_agent": "bare_places",
    "stance": "stance_on_events",
    "organization_at_place": "noun_of_purpose",
    "organization_near_place": "operations",
    "speech": "joined_names",
    "speech_participle": "participle_of_speech",
    "relayed_speech": "relayed",
    "continued_speech": "relayed",
    "headline_speech": "headline",
}


@functools.cache
def _relations(name: str, without_rules: frozenset[str]) -> tuple[Relation, ...]:
    corpus = [article(name)]
    return relate(corpus, resolve(corpus).entities, without_rules=without_rules)


def test_rules_have_a_confidence_and_an_example() -> None:
    assert set(registered_rules()) == CONFIDENCE.keys() - {"classifier"} == set(_EXAMPLES)


@pytest.mark.parametrize("name", _EXAMPLES)
def test_rules_have_an_explanation_of_one_sentence_with_an_example(name: str) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*: «[^\n]*[ء-ي][^\n]*»\.", registered_rules()[name].explanation)


@pytest.mark.parametrize("name", _EXAMPLES)
def test_rules_find_a_relation_alone_and_none_when_left_out(name: str) -> None:
    alone = _relations(_EXAMPLES[name], frozenset(CONFIDENCE) - {name})
    assert alone
    assert {evidence.rule for relation in alone for evidence in relation.evidence} == {name}
    rest = _relations(_EXAMPLES[name], frozenset({name}))
    assert name not in {evidence.rule for relation in rest for evidence in relation.evidence}
