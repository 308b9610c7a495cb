"""Events expressed by verbs and their frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph_builder.lexicon import Frame, cues, verb_frames
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import (
    Argument,
    after_nominal_event,
    after_possessed_noun,
    after_relative_event,
    objects,
    place_of,
    subject,
)
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


def verbal_events(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield the events that the verbs of a sentence express, with their factuality."""
    for verb in view.verbs:
        if "Voice=Pass" not in verb.word.feats:
            yield from _of_verb(view, verb, quotations)


def _of_verb(view: SentenceView, verb: Node, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    doer = _doer(view, verb, quotations)
    if doer is None:
        return
    for frame in verb_frames().get(verb.lemma, ()):
        other = objects(view, verb, doer.last, frame.objects)
        nominal = thing = None
        if other is None and frame.stated.stance and verb.lemma not in cues().speech:
            nominal = after_nominal_event(view, verb, doer.last, frame.objects)
            other = nominal = nominal or after_relative_event(view, doer.last, frame.objects)
        elif other is None:
            other = thing = after_possessed_noun(view, doer.last, frame.objects)
        if other is None and frame.stated.symmetric:
            yield from _of_both(view, verb, frame, doer, quotations)
        if other is None or set(other.actors) & set(doer.actors):
            continue
        place = place_of(view, verb, other.last)
        rule = "verb_object_nominal" if nominal else "verb_object_possessor" if thing else _rule(doer, other)
        for agent in doer.actors:
            for patient in other.actors:
                on_place = nominal is not None and patient.kind == "LOC" and not _is_of_state(view, patient)
                stated, by = ("speaks_about", "stance_on_place") if on_place else (frame.predicate, rule)
                extraction = Extraction(
                    agent.entity, stated, patient.entity, evidence(view, verb.index, verb.index, by)
                )
                yield from qualified(
                    view, verb, verb, replace(extraction, place=place.entity if place else None), quotations
                )
        if place and frame.stated.meeting:
            proof = evidence(view, verb.index, place.last if place.last > verb.index else verb.index, "place_of_event")
            for actor in (*doer.actors, *other.actors):
                yield from qualified(
                    view, verb, verb, Extraction(actor.entity, "present_in", place.entity, proof), quotations
                )


def _is_of_state(view: SentenceView, place: Actor) -> bool:
    """Return whether a stance concerns a country: named itself, or by its capital, as in a position of Moscow."""
    return view.is_country(place) or view.tree[view.phrase(place).first - 1].matches(cues().stance_nouns)


def _of_both(
    view: SentenceView, verb: Node, frame: Frame, doer: Argument, quotations: Sequence[Quotation]
) -> Iterator[Extraction]:
    """Yield joint events: «اتفقت روسيا وتركيا على»."""
    for left, right in combinations(doer.actors if doer.by_order else (), 2):
        proof = evidence(view, verb.index, verb.index, "verb_joint")
        yield from qualified(
            view, verb, verb, Extraction(left.entity, frame.predicate, right.entity, proof), quotations
        )


def _doer(view: SentenceView, verb: Node, quotations: Sequence[Quotation]) -> Argument | None:
    """Return the subject of a verb; for a verb in the first person, the speaker."""
    if "Person=1" in verb.word.feats:
        speakers = [each.speaker for each in quotations if each.opened < verb.index != each.verb]
        return Argument((speakers[-1],), True, False, verb.index) if speakers else None
    return subject(view, verb)


def _rule(doer: Argument, other: Argument) -> str:
    if doer.by_order and other.by_order:
        return "verb_order_and_parse" if doer.by_parse and other.by_parse else "verb_order"
    return "verb_parse"
