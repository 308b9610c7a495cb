"""Rules for presence: places of people and organizations during an event, and of organizations next to a place name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import CLOSING, LOCATION_BREAKS
from graph_builder.lexicon import function_words, organizations
from graph_builder.relate.clauses.nominal import NominalEvent
from graph_builder.relate.clauses.verbal import VerbalClause, VerbalEvent
from graph_builder.relate.factuality.governors import noun_of_presence
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_FARTHEST = 9


@rule(VerbalEvent, NominalEvent)
def place_of_event(event: VerbalEvent | NominalEvent) -> Iterator[Match]:
    """The participants of a meeting or battle are where it is: «التقى بوتين أردوغان في موسكو», «اشتباكات في حلب»."""
    if isinstance(event, NominalEvent):
        if event.frame.stated.collocated and event.participants and event.place:
            for actor, where in product(event.participants, event.view.places_from(event.place)):
                yield _present(actor, where, event.noun, event.place.last, verb=event.agents.verb)
    elif event.frame.stated.meeting and event.patient and event.place:
        for actor in (*event.agent.actors, *event.patient.actors):
            yield _present(actor, event.place, event.verb, event.place.last)


@rule(VerbalClause)
def place_of_agent(clause: VerbalClause) -> Iterator[Match]:
    """Who acts is where the verb says: «قال لافروف في موسكو»."""
    doer, verb, place = clause.agent, clause.verb, clause.place
    if doer and doer.by_order and place and doer.actors[0].kind != "LOC":
        for actor, where in product(doer.actors, clause.view.places_from(place)):
            yield _present(actor, where, verb, place.last)


@dataclass(frozen=True, slots=True)
class OrganizationAtPlace:
    """An organization with a place after it.

    Attributes:
        view: The sentence.
        organization: The organization.
        place: The place.
        beside: Whether only closing quotation marks and adjectives separate them.
    """

    view: SentenceView
    organization: Actor
    place: Actor
    beside: bool


@rule(OrganizationAtPlace)
def organization_at_place(found: OrganizationAtPlace) -> Iterator[Match]:
    """A place directly follows the name of an organization: «جبهة النصرة في حلب»."""
    if found.beside:
        yield from _at_place(found)


@rule(OrganizationAtPlace)
def organization_near_place(found: OrganizationAtPlace) -> Iterator[Match]:
    """A place follows an organization with no other name in between: «عمليات الجيش المستمرة منذ أيام في تدمر»."""
    if not found.beside:
        yield from _at_place(found)


def organizations_at_places(view: SentenceView, quotations: Iterable[Quotation]) -> Iterator[OrganizationAtPlace]:
    """Yield the organizations of a sentence that have a place after them."""
    speakers = {quotation.speaker for quotation in quotations}
    for actor in view.actors:
        index = _place_beside(view, actor, far=actor not in speakers)
        phrase = view.phrases.get(index + 1) if index and actor.kind == "ORG" else None
        own = phrase and view.is_country(phrase.actor) and view.tree[actor.first].matches(organizations().of_states)
        if index and phrase and phrase.actor.kind == "LOC" and not own:
            yield OrganizationAtPlace(view, actor, phrase.actor, _is_beside(view, actor, index))


def _present(actor: Actor, where: Actor, word: Node, last: int, verb: Node | None = None) -> Match:
    return Match(actor.entity, "present_in", where.entity, word.index, max(last, word.index), word, verb)


def _at_place(found: OrganizationAtPlace) -> Iterator[Match]:
    name = found.view.tree[found.organization.first]
    word = noun_of_presence(found.view, name) or name
    for where in found.view.places_from(found.place):
        yield _present(found.organization, where, word, found.place.last)


def _place_beside(view: SentenceView, actor: Actor, far: bool) -> int | None:
    """Return the preposition of a place next to a name or, if `far`, further on with no other actor in between."""
    for node in view.tree.nodes[actor.last : actor.last + _FARTHEST]:
        if fold(node.word.form) in function_words().locatives and node.index < len(view.tree):
            beside = _is_beside(view, actor, node.index)
            return node.index if beside or (far and node.index + 1 in view.phrases) else None
        ends = node.word.upos in ("VERB", "SCONJ", "CCONJ") or node.word.form in LOCATION_BREAKS
        if ends or view.at(node.index):
            return None
    return None


def _is_beside(view: SentenceView, actor: Actor, index: int) -> bool:
    """Return whether only closing quotation marks and adjectives separate a name from a word."""
    return all(_goes_with(node) for node in view.tree.nodes[actor.last : index - 1])


def _goes_with(node: Node) -> bool:
    """Return whether a word after a name closes its quotation marks or is an adjective of it."""
    return (node.definite and node.word.upos == "ADJ") or node.word.form in CLOSING
