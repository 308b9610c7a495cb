"""Who did what to whom, by verbs and their frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph_builder.lexicon import Frame, cues, frames, predicates
from graph_builder.relate.actor import Actor
from graph_builder.relate.arguments import Argument, behind_deed, behind_thing, objects, place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.factuality import qualified
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
    doer = _doer(scene, verb, statements)
    if doer is None:
        return
    for frame in frames().get(verb.lemma, ()):
        other = objects(scene, verb, doer.last, frame.objects)
        deed = thing = None
        if other is None and frame.predicate in _STANCES and verb.lemma not in cues().speech:
            other = deed = behind_deed(scene, verb, doer.last, frame.objects)
        elif other is None:
            other = thing = behind_thing(scene, doer.last, frame.objects)
        if other is None and predicates()[frame.predicate].symmetric:
            yield from _of_both(scene, verb, frame, doer, statements)
        if other is None or set(other.actors) & set(doer.actors):
            continue
        place = place_of(scene, verb, other.last)
        rule = "verb_and_deed" if deed else "verb_and_thing" if thing else _rule(doer, other)
        for agent in doer.actors:
            for patient in other.actors:
                on_place = deed is not None and patient.kind == "LOC" and not _is_of_state(scene, patient)
                stated, by = ("speaks_about", "stance_on_place") if on_place else (frame.predicate, rule)
                claim = Claim(agent.entity, stated, patient.entity, evidence(scene, verb.index, verb.index, by))
                yield from qualified(
                    scene, verb, verb, replace(claim, place=place.entity if place else None), statements
                )
        if place and frame.predicate == "consult":
            proof = evidence(scene, verb.index, place.last if place.last > verb.index else verb.index, "place_of_event")
            for actor in (*doer.actors, *other.actors):
                yield from qualified(
                    scene, verb, verb, Claim(actor.entity, "present_in", place.entity, proof), statements
                )


def _is_of_state(scene: Scene, place: Actor) -> bool:
    """Whether what one takes a stance on is a country's: its own, or its capital's that stands for it, as a view is."""
    return scene.is_country(place) or scene.tree[scene.phrase(place).first - 1].is_a(cues().stances)


def _of_both(
    scene: Scene, verb: Node, frame: Frame, doer: Argument, statements: Sequence[Statement]
) -> Iterator[Claim]:
    """What several do together: «اتفقت روسيا وتركيا على»."""
    for left, right in combinations(doer.actors if doer.by_order else (), 2):
        proof = evidence(scene, verb.index, verb.index, "verb_of_both")
        yield from qualified(scene, verb, verb, Claim(left.entity, frame.predicate, right.entity, proof), statements)


def _doer(scene: Scene, verb: Node, statements: Sequence[Statement]) -> Argument | None:
    """The subject of a verb; of one in the first person, whoever speaks."""
    if "Person=1" in verb.word.feats:
        speakers = [each.speaker for each in statements if each.opened < verb.index != each.verb]
        return Argument((speakers[-1],), True, False, verb.index) if speakers else None
    return subject(scene, verb)


def _rule(doer: Argument, other: Argument) -> str:
    if doer.by_order and other.by_order:
        return "verb_order_and_parse" if doer.by_parse and other.by_parse else "verb_order"
    return "verb_parse"
