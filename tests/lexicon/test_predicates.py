"""The closed list of predicates, and the frames that state them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon import DIRECT, Frame, cues, function_words, nominal_frames, predicates, verb_frames

_STATIC = ("holds_position", "affiliated_with", "located_in", "present_in", "speaks_about")
_EVENTS = (
    *("agree", "consult", "support", "concede", "cooperate", "aid", "request", "accuse", "reject", "threaten"),
    *("protest", "sanction", "mobilize", "coerce", "assault", "retreat", "control"),
)


def test_predicates_are_a_closed_list() -> None:
    assert sorted(predicates()) == sorted(_STATIC + _EVENTS)


def test_predicates_have_labels_and_kinds() -> None:
    for name, predicate in predicates().items():
        assert predicate.name == name and predicate.arabic and predicate.english
        assert predicate.subject and predicate.subject <= {"PER", "LOC", "ORG"}
        assert predicate.object and predicate.object <= {"PER", "LOC", "ORG"}


def test_predicates_symmetric_admit_the_same_kinds() -> None:
    symmetric = {name for name, predicate in predicates().items() if predicate.symmetric}
    assert symmetric == {"agree", "consult", "cooperate"}
    assert all(predicates()[name].subject == predicates()[name].object for name in symmetric)


def test_predicates_of_positions_and_places_admit_their_kinds_only() -> None:
    assert predicates()["holds_position"].subject == {"PER"}
    assert predicates()["located_in"].subject == predicates()["located_in"].object == {"LOC"}


@pytest.mark.parametrize("table", [verb_frames, nominal_frames])
def test_frames_state_a_predicate_of_the_list(table: Callable[[], dict[str, tuple[Frame, ...]]]) -> None:
    for lemma, of_word in table().items():
        assert {frame.lemma for frame in of_word} == {lemma} and fold(lemma) == lemma
        assert {frame.predicate for frame in of_word} <= set(predicates())
        assert all(frame.objects for frame in of_word)


def test_frames_of_a_verb_and_object_state_one_predicate() -> None:
    for of_verb in verb_frames().values():
        objects = [place for frame in of_verb for place in frame.objects]
        assert len(objects) == len(set(objects)), of_verb[0].lemma


def test_frames_objects_are_direct_or_prepositional() -> None:
    words = (
        "ب",
        "مع",
        "إلى",
        "على",
        "من",
        "ل",
        "ضد",
        "في",
        "عن",
        "لدى",
        "نحو",
        "إلى_جانب",
        "على_حدود",
        "قرب_حدود",
        "على_تخوم",
        "ل_صالح",
    )
    prepositions = {fold(word) for word in words}
    assert {place for of_verb in verb_frames().values() for frame in of_verb for place in frame.objects} <= {
        DIRECT,
        *prepositions,
    }


def test_frames_negation_and_attribution_verbs_are_known() -> None:
    assert {"قال", "اكد", "اعلن"} <= cues().speech
    assert {"لم", "لن", "لا"} <= function_words().negations


def test_frames_of_an_unknown_predicate_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = {
        "predicates.yaml": {"support": {"ar": "يدعم", "en": "supports"}},
        "verb_frames.yaml": {"adore": {"أحب": {"object": "direct", "example": "أحب {سامي} [حلب]."}}},
    }
    for name, each in content.items():
        (tmp_path / name).write_text(yaml.safe_dump(each, allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr("graph_builder.lexicon.load.resources.files", lambda _: tmp_path)
    predicates.cache_clear()
    verb_frames.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"lexicon/verb_frames\.yaml: adore is no predicate"):
            verb_frames()
    finally:
        predicates.cache_clear()
        verb_frames.cache_clear()
