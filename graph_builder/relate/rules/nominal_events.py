"""Rules for events expressed by nouns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product

from graph_builder.lexicon import DIRECT, GOVERNED, cues, verb_frames
from graph_builder.relate.clauses.nominal import NominalEvent
from graph_builder.relate.clauses.nominal_agents import (
    AgentRole,
    is_governed_by_noun,
    takes_as_object,
    topic_of_ba,
    verb_before,
)
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import participants, subject
from graph_builder.relate.sentence.control import controllers


@rule(NominalEvent)
def nominal_agent(event: NominalEvent) -> Iterator[Match]:
    """The genitive of an event noun is its agent: «هجوم داعش على تدمر»."""
    yield from _acts(event, "genitive")


@rule(NominalEvent)
def nominal_agent_phrase(event: NominalEvent) -> Iterator[Match]:
    """The agent of an event noun follows «ل» or a verb of carrying out: «هجوم شنه داعش على تدمر»."""
    yield from _acts(event, "noun phrase")


@rule(NominalEvent)
def nominal_country(event: NominalEvent) -> Iterator[Match]:
    """The adjective of an event noun is that of the country which acts: «الدعم الروسي لسوريا»."""
    yield from _acts(event, "adjective")


@rule(NominalEvent)
def nominal_passive(event: NominalEvent) -> Iterator[Match]:
    """The agent of an event noun follows a phrase of agency: «قصف المدينة من قبل الجيش»."""
    yield from _acts(event, "agency phrase")


@rule(NominalEvent)
def nominal_controlled(event: NominalEvent) -> Iterator[Match]:
    """The agent of an event noun is an argument of the verb that governs it: «قرر الجيش مهاجمة داعش»."""
    yield from _acts(event, "controller")


@rule(NominalEvent)
def threat_of_event(event: NominalEvent) -> Iterator[Match]:
    """Who threatens to do something threatens the one to whom it would be done: «هدد كيم بقصف غوام»."""
    verb = verb_before(event.view, event.noun)
    if verb is None or event.patients is None or event.agents.role != "controller":
        return
    if not event.frame.stated.hostile or not verb.matches(cues().planning):
        return
    for frame in verb_frames().get(verb.lemma, ()):
        if DIRECT in frame.objects:
            for agent, other in product(event.agents.actors, event.patients.actors):
                yield Match(agent.entity, frame.predicate, other.entity, verb.index, verb.index, verb)


@rule(NominalEvent)
def nominal_with_verb(event: NominalEvent) -> Iterator[Match]:
    """The subject of a verb is the agent of its event noun: «شن الجيش هجوما على داعش», «خلال استقباله السفير»."""
    yield from _acts(event, "subject")


@rule(NominalEvent)
def nominal_patient_possessor(event: NominalEvent) -> Iterator[Match]:
    """The patient owns the things that an event noun affects: «غارات روسيا على مواقع للمعارضة»."""
    if event.patients and event.patients.role == "owner of the object":
        yield from _pairs(event)


@rule(NominalEvent)
def nominal_between(event: NominalEvent) -> Iterator[Match]:
    """The sides of «بين» act on each other: «اشتباكات بين الجيش وداعش», «لقاء بين بوتين وأردوغان»."""
    if event.patients and event.patients.role == "sides":
        sides, predicate = event.patients.sides, event.frame.predicate
        pairs = product(*sides) if len(sides) == 2 else combinations(event.patients.actors, 2)
        for left, right in pairs:
            yield _match(event, left.entity, predicate, right.entity, event.patients.trigger)
            if not event.frame.stated.symmetric:
                yield _match(event, right.entity, predicate, left.entity, event.patients.trigger)


@rule(NominalEvent)
def side_of_battle(event: NominalEvent) -> Iterator[Match]:
    """Those on one side of a battle cooperate: «بين الجيش والحشد من جهة وداعش من جهة أخرى»."""
    if event.patients and len(event.patients.sides) == 2 and event.frame.stated.adversarial:
        for left, right in chain.from_iterable(combinations(side, 2) for side in event.patients.sides):
            yield _match(event, left.entity, "cooperate", right.entity, event.patients.trigger)


@rule(NominalEvent)
def nominal_countries(event: NominalEvent) -> Iterator[Match]:
    """The adjectives of a joint event are those of the countries which act together: «اتفاق روسي تركي إيراني»."""
    if not event.frame.stated.symmetric:
        return
    together: list[str] = []
    last = event.noun.index
    for node in event.view.tree.nodes[event.noun.index :]:
        country = event.view.country(node)
        if country is None and node.word.form != "-":
            break
        if country:
            together.append(country)
            last = node.index
    for left, right in combinations(dict.fromkeys(together), 2):
        yield _match(event, left, event.frame.predicate, right, last)


@rule(NominalEvent)
def nominal_alongside(event: NominalEvent) -> Iterator[Match]:
    """The noun of assistance after «ب» names who helps the subject of a verb: «تقدم الجيش بدعم من روسيا»."""
    view, noun, stated = event.view, event.noun, event.frame.stated
    if noun.index == 1 or view.tree[noun.index - 1].word.form != "ب" or not stated.assisting or stated.symmetric:
        return
    index = noun.index + 1
    while index < len(view.tree) and (view.tree[index].word.upos == "ADJ" or view.tree[index].word.form == "من"):
        index += 1
    helpers = tuple(participants(view, index))
    verb = verb_before(view, noun)
    if verb is None and noun.index == 2 and helpers:  # «بدعم من روسيا، استعاد الجيش تدمر»
        verb = next((each for each in view.verbs if each.index > helpers[-1].last), None)
    elif verb and (topic_of_ba(verb) or is_governed_by_noun(view, verb, noun)):
        verb = None
    helped = subject(view, verb) if verb else None
    if helped is None or not helped.by_order or set(helped.actors) & set(helpers):
        return
    for helper, other in product(helpers, helped.actors):
        yield _match(event, helper.entity, event.frame.predicate, other.entity, index)


@rule(NominalEvent)
def nominal_joint(event: NominalEvent) -> Iterator[Match]:
    """Two names after a noun of joint action act together: «لقاء بوتين وأردوغان», «قمة نتنياهو ماكرون»."""
    if event.frame.stated.symmetric and event.agents.role == "genitive":
        actors = event.agents.actors
        beside = event.view.at(event.agents.after)
        two = beside and len(actors) == 1 and beside.kind == actors[0].kind == "PER"
        for left, right in combinations((*actors, beside) if beside and two else actors, 2):
            yield _match(event, left.entity, event.frame.predicate, right.entity, right.last)


@rule(NominalEvent)
def nominal_patient(event: NominalEvent) -> Iterator[Match]:
    """The genitive of an event noun is its patient, and the agent the subject of a verb: «تمكن الجيش من تحرير تدمر»."""
    view, noun, frame = event.view, event.noun, event.frame
    patient = view.phrases.get(noun.index + 1)
    if GOVERNED not in frame.objects or noun.definite or patient is None or not takes_as_object(view, frame, patient):
        return
    verb = verb_before(view, noun)
    doer = subject(view, verb) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[-1].last > noun.index:
        return
    if controllers(view, verb, noun):  # what `nominal_controlled` reads
        return
    lent = verb.lemma in cues().light_verbs | cues().enabling and not is_governed_by_noun(view, verb, noun)
    purposed = view.tree[noun.index - 1].word.form == "ل" and not verb.matches(cues().undergoing)
    if lent or purposed:
        stating = verb if lent else noun
        for agent, other in product(doer.actors, view.coordinated(patient.actor)):
            yield Match(agent.entity, frame.predicate, other.entity, noun.index, noun.index, noun, stating)


def _acts(event: NominalEvent, role: AgentRole) -> Iterator[Match]:
    """Yield what the agents in a role do to the patients."""
    if event.agents.role == role and event.patients and event.patients.role == "object":
        yield from _pairs(event)


def _pairs(event: NominalEvent) -> Iterator[Match]:
    patients: tuple[Actor, ...] = event.patients.actors if event.patients else ()
    last = event.patients.trigger if event.patients else event.noun.index
    for agent, patient in product(event.agents.actors, patients):
        yield _match(event, agent.entity, event.frame.predicate, patient.entity, last)


def _match(event: NominalEvent, subject: str, predicate: str, obj: str, last: int) -> Match:
    return Match(subject, predicate, obj, event.noun.index, last, event.noun, event.agents.verb)
