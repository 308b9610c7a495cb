"""Rules for events expressed by verbs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from graph_builder.lexicon import cues, nominal_frames
from graph_builder.relate.clauses.verbal import PatientRole, VerbalEvent
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor


@rule(VerbalEvent)
def verb_order_and_parse(event: VerbalEvent) -> Iterator[Match]:
    """Word order and parse agree on the agent and the patient of a verb: «اتهمت روسيا أوكرانيا»."""
    if _by_order(event) and _by_parse(event):
        yield from _acts(event, "object")


@rule(VerbalEvent)
def verb_order(event: VerbalEvent) -> Iterator[Match]:
    """Word order alone tells the agent and the patient of a verb; the parse differs: «موسكو تتهم كييف»."""
    if _by_order(event) and not _by_parse(event):
        yield from _acts(event, "object")


@rule(VerbalEvent)
def verb_parse(event: VerbalEvent) -> Iterator[Match]:
    """The parse alone tells the agent or the patient of a verb: «اتهمت في بيان نشر أمس دمشق أنقرة»."""
    if not _by_order(event):
        yield from _acts(event, "object")


@rule(VerbalEvent)
def verb_object_nominal(event: VerbalEvent) -> Iterator[Match]:
    """The object of a verb of stance is an event, and its agent the patient: «رحبت دمشق بانتصارات الجيش»."""
    if event.role == "agent of the object":
        for agent, patient in _pairs(event):
            if not _is_mere_place(event, patient):
                yield _acting(event, agent, patient)


@rule(VerbalEvent)
def stance_on_place(event: VerbalEvent) -> Iterator[Match]:
    """A stance on an event is about its place, unless that is a state: «أدان مجلس الأمن هجوم منبج»."""
    if event.role == "agent of the object":
        for agent, patient in _pairs(event):
            if _is_mere_place(event, patient):
                yield _acting(event, agent, patient, "speaks_about")


@rule(VerbalEvent)
def verb_object_possessor(event: VerbalEvent) -> Iterator[Match]:
    """The patient owns the thing that is the object of a verb: «استهدف الجيش قافلة داعش»."""
    yield from _acts(event, "owner of the object")


@rule(VerbalEvent)
def verb_joint(event: VerbalEvent) -> Iterator[Match]:
    """The coordinated subjects of a verb of joint action act with each other: «اتفقت روسيا وتركيا على هدنة»."""
    if event.patient is None and event.frame.stated.symmetric and event.agent.by_order:
        for left, right in combinations(event.agent.actors, 2):
            yield _acting(event, left, right)


@rule(VerbalEvent)
def verb_passive(event: VerbalEvent) -> Iterator[Match]:
    """The agent of a verb follows a phrase of agency, and the subject is the patient: «اعتقل فلان من قبل الشرطة»."""
    yield from _acts(event, "subject")


def _acts(event: VerbalEvent, role: PatientRole) -> Iterator[Match]:
    """Yield what all agents do to all patients in a role."""
    if event.role == role:
        for agent, patient in _pairs(event):
            yield _acting(event, agent, patient)


def _pairs(event: VerbalEvent) -> Iterator[tuple[Actor, Actor]]:
    return product(event.agent.actors, event.patient.actors if event.patient else ())


def _acting(event: VerbalEvent, agent: Actor, patient: Actor, predicate: str | None = None) -> Match:
    verb, place = event.verb, event.place.entity if event.place else None
    stated = predicate or event.frame.predicate
    return Match(agent.entity, stated, patient.entity, verb.index, verb.index, word=verb, place=place)


def _by_order(event: VerbalEvent) -> bool:
    return event.agent.by_order and event.patient is not None and event.patient.by_order


def _by_parse(event: VerbalEvent) -> bool:
    return event.agent.by_parse and event.patient is not None and event.patient.by_parse


def _is_mere_place(event: VerbalEvent, patient: Actor) -> bool:
    """Return whether a patient is a place that is no country and follows no noun for what a state does.

    «موقف موسكو» and «مطالبة وارسو» are those of a government, «هجوم منبج» takes place there.
    """
    view = event.view
    if patient.kind != "LOC" or view.is_country(patient):
        return False
    before = view.tree[view.phrase(patient).first - 1]
    frames = nominal_frames().get(before.lemma, ())
    political = bool(frames) and not any(frame.stated.collocated or frame.stated.territorial for frame in frames)
    return not (political or before.matches(cues().stance_nouns))
