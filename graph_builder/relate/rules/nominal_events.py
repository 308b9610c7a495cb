"""Events expressed by nouns: «هجوم داعش على تدمر», «عقد لقاء مع», «خلال استقباله», «اجتماع بين»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import (
    DIRECT,
    GOVERNED,
    Frame,
    cues,
    function_words,
    nominal_frames,
    time_words,
)
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.rules.nominal_agents import (
    NominalAgents,
    nominal_agents,
    takes_as_object,
    topic_of_ba,
    verb_before,
)
from graph_builder.relate.rules.undergone_events import undergone_event
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import participants, place_after, subject
from graph_builder.relate.sentence.control import controllers
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words without a name between a noun and its preposition, and after that before «ل» or «في».
_FARTHEST = 8
_THINGS = 4


def nominal_events(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield the events that nouns of a sentence express, with their factuality."""
    for noun in view.tree.nodes:
        if noun.word.upos in ("NOUN", "X") and not view.at(noun.index) and not _stopped(view, noun):
            for frame in nominal_frames().get(noun.lemma, ()):
                agency = nominal_agents(view, noun, frame)
                stated = (
                    *_extractions(view, noun, frame, agency),
                    *_by_adjectives(view, noun, frame),
                    *_alongside(view, noun, frame),
                    *_of_both(view, noun, frame, agency),
                )
                for extraction in stated:
                    yield from qualified(view, agency.verb or noun, noun, extraction, quotations)
                yield from undergone_event(view, noun, frame, quotations)
                yield from _governing(view, noun, frame, quotations)


def _stopped(view: SentenceView, noun: Node) -> bool:
    """Return whether the event is ended or prevented: «وقف هجومها على»."""
    return noun.index > 1 and view.tree[noun.index - 1].matches(cues().stopping)


def _extractions(view: SentenceView, noun: Node, frame: Frame, agency: NominalAgents) -> Iterator[Extraction]:
    after = agency.after
    for index in range(after, min(after + _FARTHEST, len(view.tree)) + 1):
        node = view.tree[index]
        form = fold(node.word.form)
        if form == "بين" and (frame.stated.symmetric or frame.stated.adversarial):
            yield from _between(view, noun, frame, index)
            return
        governed = agency.rule in ("nominal_controlled", "nominal_passive") and GOVERNED in frame.objects
        at_once = agency.by_pronoun and index == after and (DIRECT in frame.objects or governed)
        direct = list(participants(view, index)) if at_once else []
        patients = direct or list(participants(view, index + 1))
        rule = agency.rule
        if not patients and form in frame.objects and agency.agents:
            patients, rule = list(_owners(view, index + 1)), "nominal_patient_possessor"
        if patients and (direct or form in frame.objects):
            proof = evidence(view, noun.index, after - 1 if direct else index, rule)
            for agent, patient in product(agency.agents, patients):
                yield Extraction(agent.entity, frame.predicate, patient.entity, proof)
            if agency.agents:
                yield from _where(view, noun, frame, (*agency.agents, *patients), patients[-1].last)
            return
        if view.at(index) or not _may_stand_between(view, node, after):
            return


def _of_both(view: SentenceView, noun: Node, frame: Frame, agency: NominalAgents) -> Iterator[Extraction]:
    """Yield joint events: «لقاء بوتين وأردوغان», or of two people in a row: «قمة نتنياهو ماكرون»."""
    if frame.stated.symmetric and agency.rule == "nominal_agent":
        beside = view.at(agency.after)
        two = beside and len(agency.agents) == 1 and beside.kind == agency.agents[0].kind == "PER"
        for left, right in combinations((*agency.agents, beside) if beside and two else agency.agents, 2):
            proof = evidence(view, noun.index, right.last, "nominal_joint")
            yield Extraction(left.entity, frame.predicate, right.entity, proof)


def _may_stand_between(view: SentenceView, node: Node, after: int) -> bool:
    """Return whether a word may separate an event noun from the preposition of its object."""
    if (
        node.index == after
        or node.word.upos in ("ADJ", "ADV", "NUM", "PUNCT")
        or node.matches(function_words().adverbs | time_words().time_expressions)
    ):
        return True
    # «اشتباكات وقعت بين»: the verb says no more than that it happened.
    return (
        node.matches(cues().occurrence_verbs)
        or fold(node.word.form) in function_words().event_links
        or _in_place(view, node)
    )


def _in_place(view: SentenceView, node: Node) -> bool:
    return node.index > 1 and fold(view.tree[node.index - 1].word.form) == "في"


def _between(view: SentenceView, noun: Node, frame: Frame, index: int) -> Iterator[Extraction]:
    """Yield the events between the sides of «بين», and cooperation within each side («من جهة») of a battle."""
    sides, last = _sides(view, index + 1)
    every = [actor for side in sides for actor in side]
    pairs = list(product(*sides)) if len(sides) == 2 else list(combinations(every, 2))
    for left, right in pairs:
        proof = evidence(view, noun.index, index, "nominal_between")
        yield Extraction(left.entity, frame.predicate, right.entity, proof)
        if not frame.stated.symmetric:
            yield Extraction(right.entity, frame.predicate, left.entity, proof)
    if pairs:
        yield from _where(view, noun, frame, every, last)
    if len(sides) == 2 and frame.stated.adversarial:
        for left, right in chain.from_iterable(combinations(side, 2) for side in sides):
            proof = evidence(view, noun.index, index, "side_of_battle")
            yield Extraction(left.entity, "cooperate", right.entity, proof)


def _sides(view: SentenceView, first: int) -> tuple[list[list[Actor]], int]:
    """Return the actors of each side, or a single side if they are not divided, and the last word of the phrase."""
    sides: list[list[Actor]] = []
    last = first
    between = {"،", "و", "بين"} | function_words().side_adjectives
    while first <= len(view.tree):
        side = list(participants(view, first))
        if not side:
            break
        sides.append(side)
        last = side[-1].last
        index = last + 1
        words = [fold(node.word.form) for node in view.tree.nodes[index - 1 : index + 4]]
        side_noun = next((at for at, word in enumerate(words) if word in function_words().sides), None)
        if "من" not in words[:3] or side_noun is None:
            break
        last = index + side_noun
        first = last + 1
        while first <= len(view.tree) and view.tree[first].word.form in between:
            first += 1
    split = len(sides) == 1 and last > sides[0][-1].last
    return ([], last) if split else (sides, _over_the_other(view, last))


def _over_the_other(view: SentenceView, last: int) -> int:
    """Return the last word of «من جهة أخرى»."""
    return (
        last + 1
        if last < len(view.tree) and fold(view.tree[last + 1].word.form) in function_words().side_adjectives
        else last
    )


def _by_adjectives(view: SentenceView, noun: Node, frame: Frame) -> Iterator[Extraction]:
    """Yield joint events of countries that adjectives express: «اتفاق روسي تركي إيراني»."""
    if not frame.stated.symmetric:
        return
    together: list[str] = []
    last = noun.index
    for node in view.tree.nodes[noun.index :]:
        country = view.country(node)
        if country is None and node.word.form != "-":
            break
        if country:
            together.append(country)
            last = node.index
    for left, right in combinations(dict.fromkeys(together), 2):
        yield Extraction(left, frame.predicate, right, evidence(view, noun.index, last, "nominal_countries"))


def _alongside(view: SentenceView, noun: Node, frame: Frame) -> Iterator[Extraction]:
    """Yield support for the agent of another event: «نجح الجيش بدعم من روسيا», «بمساعدة واشنطن»."""
    before = noun.index > 1 and view.tree[noun.index - 1].word.form == "ب"
    verb = verb_before(view, noun) if before and frame.stated.assisting and not frame.stated.symmetric else None
    doer = subject(view, verb) if verb and not topic_of_ba(verb) else None
    if doer is None or not doer.by_order:
        return
    index = noun.index + 1
    while index < len(view.tree) and (view.tree[index].word.upos == "ADJ" or view.tree[index].word.form == "من"):
        index += 1
    for helper, helped in product(participants(view, index), doer.actors):
        yield Extraction(
            helper.entity, frame.predicate, helped.entity, evidence(view, noun.index, index, "nominal_alongside")
        )


def _governing(view: SentenceView, noun: Node, frame: Frame, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield events whose noun governs its object: «تمكن الجيش من تحرير تدمر», «أرسلت قواتها لمحاربة داعش»."""
    patient = view.phrases.get(noun.index + 1)
    if GOVERNED not in frame.objects or noun.definite or patient is None or not takes_as_object(view, frame, patient):
        return
    verb = verb_before(view, noun)
    doer = subject(view, verb) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[-1].last > noun.index:
        return
    if controllers(view, verb, noun):  # found by `_extractions` already
        return
    lent = verb.lemma in cues().light_verbs | cues().enabling
    purposed = view.tree[noun.index - 1].word.form == "ل" and not verb.matches(cues().undergoing)
    if lent or purposed:
        proof = evidence(view, noun.index, noun.index, "nominal_patient")
        for agent, other in product(doer.actors, view.coordinated(patient.actor)):
            extraction = Extraction(agent.entity, frame.predicate, other.entity, proof)
            yield from qualified(view, verb if lent else noun, noun, extraction, quotations)


def _where(view: SentenceView, noun: Node, frame: Frame, actors: Sequence[Actor], last: int) -> Iterator[Extraction]:
    """Yield the place of the participants of a meeting or battle."""
    place = place_after(view, last)
    if place and frame.stated.collocated:
        proof = evidence(view, noun.index, place.last, "place_of_event")
        for actor, where in product(actors, view.places_from(place)):
            yield Extraction(actor.entity, "present_in", where.entity, proof)


def _owners(view: SentenceView, first: int) -> Iterator[Actor]:
    """Yield the owners or places of the things affected: «على مواقع للجيش السوري», «على أحياء في مدينة تعز»."""
    for index in range(first, min(first + _THINGS, len(view.tree)) + 1):
        node = view.tree[index]
        if node.word.form in ("ل", "في") and index > first:
            yield from participants(view, index + 1)
            return
        if view.at(index) or node.word.upos not in ("NOUN", "ADJ", "CCONJ"):
            return
