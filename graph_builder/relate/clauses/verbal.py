"""Verbal clauses: verbs with their subjects, the events that they can express, and the place of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, Frame, cues, function_words, people, verb_frames
from graph_builder.relate.clauses.speakers import subject_or_speaker
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, agree, objects, place_of, subject
from graph_builder.relate.sentence.indirect_arguments import (
    after_nominal_event,
    after_possessed_noun,
    after_relative_event,
    agent_phrase,
    place_of_part,
    place_of_site,
)
from graph_builder.relate.sentence.insertions import ends_of_insertions
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

PatientRole = Literal["object", "agent of the object", "owner of the object", "subject"]


@dataclass(frozen=True, slots=True)
class VerbalClause:
    """A verb with its subject and place.

    Attributes:
        view: The sentence.
        verb: The verb.
        subject: The subject; None if none is found.
        agent: The subject of an active verb or, in the first person and for «أنه», the speaker; None if none is found.
        place: The place next to the verb, its subject or agent; None if there is none.
        events: The events that the verb can express, with their arguments.
    """

    view: SentenceView
    verb: Node
    subject: Argument | None
    agent: Argument | None
    place: Actor | None
    events: tuple[VerbalEvent, ...]


@dataclass(frozen=True, slots=True)
class VerbalEvent:
    """An event that a verb can express.

    Attributes:
        view: The sentence.
        verb: The verb.
        frame: The frame of the verb for this event.
        agent: The agents.
        patient: The patients; None if none is found.
        role: Where the patients stand.
        place: The place next to the verb or the patients; None if there is none.
    """

    view: SentenceView
    verb: Node
    frame: Frame
    agent: Argument
    patient: Argument | None
    role: PatientRole
    place: Actor | None


def verbal_clauses(view: SentenceView, quotations: Sequence[Quotation]) -> tuple[VerbalClause, ...]:
    """Return the clauses of the verbs of a sentence, in text order."""
    return tuple(_clause(view, verb, quotations) for verb in view.verbs)


def _clause(view: SentenceView, verb: Node, quotations: Sequence[Quotation]) -> VerbalClause:
    own = subject(view, verb)
    agent = None if "Voice=Pass" in verb.word.feats else subject_or_speaker(view, verb, quotations)
    doer = own or agent
    place = place_of(view, verb, doer.last) if doer else None
    active = tuple(_active(view, verb, agent)) if agent else ()
    if own and active and all(event.patient is None for event in active):
        active = tuple(_with_subject_before(view, verb, own)) or active
    return VerbalClause(view, verb, own, agent, place, (*active, *_passive(view, verb, own)))


def _active(view: SentenceView, verb: Node, agent: Argument) -> Iterator[VerbalEvent]:
    for frame in verb_frames().get(verb.lemma, ()):
        patient, role = _patient(view, verb, frame, agent)
        place = place_of(view, verb, patient.last) if patient else None
        if patient is None or not set(patient.actors) & set(agent.actors):
            yield VerbalEvent(view, verb, frame, agent, patient, role, place)


def _with_subject_before(view: SentenceView, verb: Node, own: Argument) -> Iterator[VerbalEvent]:
    """Yield the meetings of a coordinated verb that shares its subject: «زار هنت مسقط، والتقى السلطان قابوس».

    What follows the verb and looks like its subject is its object, since a meeting needs two.
    """
    if own.actors[0].first < verb.index or verb.index == 1 or view.tree[verb.index - 1].word.form not in ("و", "ف"):
        return
    before = next((each for each in reversed(view.verbs) if each.index < verb.index), None)
    agent = subject(view, before) if before else None
    if before is None or agent is None or not agent.by_order or not agree(before, verb, several=len(agent.actors) > 1):
        return
    if set(agent.actors) & set(own.actors) or {actor.kind for actor in agent.actors} != {"PER"}:
        return
    for frame in verb_frames().get(verb.lemma, ()):
        if frame.stated.meeting and DIRECT in frame.objects and own.actors[0].kind == "PER":
            yield VerbalEvent(view, verb, frame, agent, own, "object", place_of(view, verb, own.last))


def _patient(view: SentenceView, verb: Node, frame: Frame, agent: Argument) -> tuple[Argument | None, PatientRole]:
    """Return the patients of a verb and where they stand, also after an insertion: «حث غوتيريش، أمس، إثيوبيا»."""
    for last in (agent.last, *ends_of_insertions(view, agent.last)):
        found, role = _patient_after(view, verb, frame, last)
        if found:
            return found, role
    return None, "object"


def _patient_after(view: SentenceView, verb: Node, frame: Frame, last: int) -> tuple[Argument | None, PatientRole]:
    found = objects(view, verb, last, frame.objects)
    if found and frame.stated.locative and _opens_with_office(view, found.actors[0]):
        found = objects(view, verb, found.last, frame.objects)  # «زار كيري وزير خارجية الولايات المتحدة الرياض»
    if found and frame.stated.meeting and _is_in_place(view, found.actors[0]):
        found = None  # «التقى بحاح بالرياض وزيرا»
    if found:
        return found, "object"
    if frame.stated.stance and verb.lemma not in cues().speech:
        found = after_nominal_event(view, verb, last, frame.objects)
        return found or after_relative_event(view, last, frame.objects), "agent of the object"
    found = after_possessed_noun(view, last, frame.objects)
    if found is None and frame.stated.adversarial and DIRECT in frame.objects:
        found = place_of_site(view, last)
    if found is None and frame.stated.territorial:
        found = place_of_part(view, verb, last, frame.objects)
    return found, "owner of the object"


def _is_in_place(view: SentenceView, actor: Actor) -> bool:
    """Return whether a place that is no country follows «ب» or «في»."""
    before = fold(view.tree[max(view.phrase(actor).first - 1, 1)].word.form)
    return actor.kind == "LOC" and not view.is_country(actor) and before in function_words().locatives


def _opens_with_office(view: SentenceView, actor: Actor) -> bool:
    """Return whether an office opens the phrase of an actor, so that it may describe the person before."""
    first = view.phrase(actor).first
    return first < actor.first and view.tree[first].matches(people().offices)


def _passive(view: SentenceView, verb: Node, own: Argument | None) -> Iterator[VerbalEvent]:
    """Yield the events of a verb whose agent follows a phrase of agency: «اعتقل فلان من قبل الشرطة».

    The patient is the subject or, if there is none, what the frame requires: «أفرج عن فلان من قبل الشرطة».
    """
    for frame in verb_frames().get(verb.lemma, ()):
        patient = own
        if own is None or not own.by_order:
            patient = objects(view, verb, verb.index, frame.objects - {DIRECT})
        elif DIRECT not in frame.objects:
            continue
        if patient is None or not patient.by_order:
            continue
        for last in (max(patient.last, verb.index), *ends_of_insertions(view, patient.last)):
            agent = agent_phrase(view, last)
            if agent and not _has_object(view, max(last, patient.last), agent):
                yield VerbalEvent(view, verb, frame, agent, patient, "subject", None)
                break


def _has_object(view: SentenceView, last: int, agent: Argument) -> bool:
    """Return whether an actor without a preposition separates a word from the agent, so that the verb is active."""
    between = [actor for actor in view.actors if last < actor.first < agent.actors[0].first]
    starts = [view.phrase(actor).first for actor in between]
    return any(view.tree[first - 1].word.upos != "ADP" for first in starts)
