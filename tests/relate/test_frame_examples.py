"""Every frame of verbs and nouns: the bundled models read its example as it says."""

from __future__ import annotations

import re
from itertools import product

import pytest

from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Entity
from graph_builder.lexicon import Frame, nominal_frames, predicates, verb_frames
from graph_builder.relate import relate
from graph_builder.resolve import resolve
from tests.support.sentences import document

pytestmark = pytest.mark.model

_FRAMES = [frame for table in (verb_frames(), nominal_frames()) for of_word in table.values() for frame in of_word]
_BRACKETS = re.compile(r"[{}\[\]]")


@pytest.fixture(scope="module")
def read() -> dict[str, set[tuple[str, str, str]]]:
    """What an article of all examples states: names of subject, predicate, object, by the sentence."""
    article = document("\n".join(map(_plain, _FRAMES)))
    (annotated,) = StanzaAnnotator(find_weights("bundled"), "cpu", 1)([article])
    assert isinstance(annotated, Annotated)
    entities = {entity.id: entity for entity in resolve([annotated]).entities}
    stated: dict[str, set[tuple[str, str, str]]] = {_plain(frame): set() for frame in _FRAMES}
    for relation in relate([annotated], entities.values()):
        for evidence, left, right in product(
            relation.evidence, _names(entities[relation.subject]), _names(entities[relation.object])
        ):
            stated[article.text[evidence.start : evidence.end]].add((left, relation.predicate, right))
    return stated


def test_frame_examples_mark_a_subject_and_an_object() -> None:
    end = r"[^{}\[\]]"
    for frame in _FRAMES:
        assert re.fullmatch(rf"{end}*\{{{end}+\}}{end}*\[{end}+\]{end}*\.", frame.example), frame.example
    assert len({_plain(frame) for frame in _FRAMES}) == len(_FRAMES) >= 300


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: f"{frame.predicate}-{frame.lemma}")
def test_frame_example_states_its_relation(read: dict[str, set[tuple[str, str, str]]], frame: Frame) -> None:
    ends = [re.search(pattern, frame.example) for pattern in (r"\{(.+)\}", r"\[(.+)\]")]
    subject, object_ = (fold(found[1]) for found in ends if found)
    symmetric = predicates()[frame.predicate].symmetric
    assert any(
        predicate == frame.predicate
        and ((left in subject and right in object_) or (symmetric and left in object_ and right in subject))
        for left, predicate, right in read[_plain(frame)]
    ), read[_plain(frame)]


def _plain(frame: Frame) -> str:
    return _BRACKETS.sub("", frame.example)


def _names(entity: Entity) -> list[str]:
    return [fold(name) for name in (entity.name, *entity.aliases)]
