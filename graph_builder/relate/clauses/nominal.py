"""Nominal clauses: event nouns with their agents, their patients or sides, and the place of the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, GOVERNED, Frame, cues, function_words, nominal_frames, time_words
from graph_builder.relate.clauses.nominal_agents import OWN_AGENTS, NominalAgents, nominal_agents
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import participants, place_after
from graph_builder.relate.sentence.indirect_arguments import after_possessed_noun
from graph_builder.relate.sentence.insertions import ends_of_insertions
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words without a name between a noun and its preposition, and after that before «ل», «في» or «و».
_FARTHEST = 8
_THINGS = 4

NominalRole = Literal["object", "owner of the object", "sides"]


@dataclass(frozen=True, slots=True)
class NominalPatients:
    """Patients of an event noun.

    Attributes:
        sides: The patients or, for a noun with «بين», the participants of each side.
        role: Where they stand.
        trigger: Last word of the trigger, which begins with the noun.
        last: Last word of the phrase.
    """

    sides: tuple[tuple[Actor, ...], ...]
    role: NominalRole
    trigger: int
    last: int

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The patients or participants, of all sides."""
        return tuple(actor for side in self.sides for actor in side)


@dataclass(frozen=True, slots=True)
class NominalEvent:
    """An event that a noun can express.

    Attributes:
        view: The sentence.
        noun: The noun.
        frame: The frame of the noun for this event.
        agents: The agents.
        patients: The patients or sides; None if there are none.
    """

    view: SentenceView
    noun: Node
    frame: Frame
    agents: NominalAgents
    patients: NominalPatients | None

    @property
    def participants(self) -> tuple[Actor, ...]:
        """The agents and patients, or all sides; empty if one of the two is missing."""
        if self.patients is None:
            return ()
        if self.patients.role == "sides":
            return self.patients.actors if len(self.patients.actors) > 1 else ()
        return (*self.agents.actors, *self.patients.actors) if self.agents.actors else ()

    @property
    def place(self) -> Actor | None:
        """The place after the patients; None if there is none."""
        return place_after(self.view, self.patients.last) if self.patients else None


def own_agents(event: NominalEvent) -> tuple[Actor, ...]:
    """Return the agents in the phrase of an event noun, or after «من»: «لقصف من طائرات التحالف»."""
    if event.agents.role in OWN_AGENTS:
        return event.agents.actors
    return givers(event)


def givers(event: NominalEvent) -> tuple[Actor, ...]:
    """Return the agents after «من» that follows an event noun: «هبة من الولايات المتحدة»."""
    view, index = event.view, event.noun.index + 1
    while index < len(view.tree) and view.tree[index].word.upos == "ADJ":
        index += 1
    if index >= len(view.tree) or view.tree[index].word.form != "من":
        return ()
    owned = after_possessed_noun(view, index, frozenset({DIRECT}))
    return owned.actors if owned else tuple(participants(view, index + 1))


def nominal_events(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[NominalEvent]:
    """Yield the events that the nouns of a sentence can express, in text order."""
    for noun in view.tree.nodes:
        if noun.word.upos in ("NOUN", "X") and not view.at(noun.index) and not _stopped(view, noun):
            for frame in nominal_frames().get(noun.lemma, ()):
                agents = nominal_agents(view, noun, frame, quotations)
                yield NominalEvent(view, noun, frame, agents, _patients(view, frame, agents))


def _stopped(view: SentenceView, noun: Node) -> bool:
    """Return whether the event is ended or prevented: «وقف هجومها على»."""
    return noun.index > 1 and view.tree[noun.index - 1].matches(cues().stopping)


def _patients(view: SentenceView, frame: Frame, agents: NominalAgents) -> NominalPatients | None:
    """Return the patients or sides after an event noun and its agents, also after an insertion."""
    if (found := _patients_after(view, frame, agents, agents.after, _FARTHEST)) or not agents.actors:
        return found
    starts = (comma + 1 for comma in ends_of_insertions(view, agents.after - 1))
    return next((found for first in starts if (found := _patients_after(view, frame, agents, first, 0))), None)


def _patients_after(
    view: SentenceView, frame: Frame, agents: NominalAgents, after: int, farthest: int
) -> NominalPatients | None:
    for index in range(after, min(after + farthest, len(view.tree)) + 1):
        node = view.tree[index]
        form = fold(node.word.form)
        if form == "بين" and (frame.stated.symmetric or frame.stated.adversarial):
            sides, last = _sides(view, index + 1)
            return NominalPatients(sides, "sides", index, last)
        governed = agents.role in ("controller", "agency phrase", "genitive") and GOVERNED in frame.objects
        at_once = agents.before_object and index == after and (DIRECT in frame.objects or governed)
        if at_once and (direct := tuple(participants(view, index))):
            return NominalPatients((direct,), "object", after - 1, direct[-1].last)
        named = tuple(participants(view, index + 1))
        if form in frame.objects and named:
            return NominalPatients((named,), "object", index, named[-1].last)
        if form in frame.objects and agents.actors and (owners := tuple(_owners(view, index + 1))):
            return NominalPatients((owners,), "owner of the object", index, owners[-1].last)
        amount = frame.stated.assisting and _is_amount(view, node)
        if view.at(index) or not (amount or _may_stand_between(view, node, after)):
            return None
    return None


def _may_stand_between(view: SentenceView, node: Node, after: int) -> bool:
    """Return whether a word may separate an event noun from the preposition of its object."""
    if (
        node.index == after
        or _opens_time(view, node)
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


def _opens_time(view: SentenceView, node: Node) -> bool:
    """Return whether a preposition introduces an expression of time: «منذ الأحد»."""
    after = view.tree[node.index + 1] if node.index < len(view.tree) else node
    return node.word.upos == "ADP" and after.matches(time_words().time_expressions) and not view.at(after.index)


def _is_amount(view: SentenceView, node: Node) -> bool:
    """Return whether a word is part of an amount: «بقيمة عشرة ملايين دولار»."""
    amounts = function_words().amounts
    opens = node.word.form == "ب" and node.index < len(view.tree) and view.tree[node.index + 1].form in amounts
    return opens or node.form in amounts


def _in_place(view: SentenceView, node: Node) -> bool:
    return node.index > 1 and fold(view.tree[node.index - 1].word.form) == "في"


def _owners(view: SentenceView, first: int) -> Iterator[Actor]:
    """Yield the owners or places of the things affected: «على مواقع للجيش السوري», «على أحياء في مدينة تعز»."""
    for index in range(first, min(first + _THINGS, len(view.tree)) + 1):
        node = view.tree[index]
        if node.word.form in ("ل", "في") and index > first:
            yield from participants(view, index + 1)
            return
        if view.at(index) or node.word.upos not in ("NOUN", "ADJ", "CCONJ"):
            return


def _sides(view: SentenceView, first: int) -> tuple[tuple[tuple[Actor, ...], ...], int]:
    """Return the actors of each side, or a single side if they are not divided, and the last word of the phrase."""
    sides: list[tuple[Actor, ...]] = []
    last = first
    between = {"،", "و", "بين"} | function_words().side_adjectives
    while first <= len(view.tree):
        side = tuple(participants(view, first)) or (_behind_unnamed(view, first) if sides else ())
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
    return ((), last) if split else (tuple(sides), _over_the_other(view, last))


def _behind_unnamed(view: SentenceView, first: int) -> tuple[Actor, ...]:
    """Return the actors of a side that opens with an unnamed one: «والفصائل المقاتلة وجبهة النصرة من جهة أخرى»."""
    for index in range(first, min(first + _THINGS, len(view.tree))):
        node = view.tree[index]
        if node.word.form == "و":
            side = tuple(participants(view, index + 1))
            after = view.tree.nodes[side[-1].last : side[-1].last + 3] if side else ()
            return side if any(fold(each.word.form) in function_words().sides for each in after) else ()
        if view.at(index) or node.word.upos not in ("NOUN", "ADJ"):
            break
    return ()


def _over_the_other(view: SentenceView, last: int) -> int:
    """Return the last word of «من جهة أخرى»."""
    return (
        last + 1
        if last < len(view.tree) and fold(view.tree[last + 1].word.form) in function_words().side_adjectives
        else last
    )
