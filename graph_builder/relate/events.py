"""Who did what to whom, by verbs and their frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder.lexicon import frames
from graph_builder.relate.arguments import Argument, behind_deed, objects, place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.meaning import meant
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node

# What one can do to what somebody does, and so to them.
_STANCES = frozenset({"support", "accuse", "reject", "protest"})


def events(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """What the verbs of a sentence state, each as the sentence means it."""
    for verb in scene.verbs:
        if "Voice=Pass" not in verb.word.feats:
            yield from _of_verb(scene, verb, statements)


def _of_verb(scene: Scene, verb: Node, statements: Sequence[Statement]) -> Iterator[Claim]:
    for frame in frames().get(verb.lemma, ()):
        doer = subject(scene, verb)
        if doer is None:
            return
        other = objects(scene, verb, doer.last, frame.objects)
        deed = None
        if other is None and frame.predicate in _STANCES:
            other = deed = behind_deed(scene, verb, doer.last, frame.objects)
        if other is None or set(other.actors) & set(doer.actors):
            continue
        place = place_of(scene, verb, other.last)
        rule = "verb_and_deed" if deed else _rule(doer, other)
        for agent in doer.actors:
            for patient in other.actors:
                claim = Claim(
                    agent.entity, frame.predicate, patient.entity, evidence(scene, verb.index, verb.index, rule)
                )
                yield meant(scene, verb, verb, replace(claim, place=place.entity if place else None), statements)
        if place and frame.predicate == "consult":
            proof = evidence(scene, verb.index, place.last if place.last > verb.index else verb.index, "place_of_event")
            for actor in (*doer.actors, *other.actors):
                yield meant(scene, verb, verb, Claim(actor.entity, "present_in", place.entity, proof), statements)


def _rule(doer: Argument, other: Argument) -> str:
    if doer.by_order and other.by_order:
        return "verb_order_and_parse" if doer.by_parse and other.by_parse else "verb_order"
    return "verb_parse"
