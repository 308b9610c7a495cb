"""Presence: places of people and organizations during an event, and of organizations next to a place name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import CLOSING, LOCATION_BREAKS
from graph_builder.lexicon import function_words, organizations
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import place_of, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_FARTHEST = 9


def presence(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield the place of people and organizations during the event of a verb: «قال لافروف في موسكو»."""
    for verb in view.verbs:
        doer = subject(view, verb) if "Voice=Pass" not in verb.word.feats else None
        if doer is None or not doer.by_order or doer.actors[0].kind == "LOC":
            continue
        place = place_of(view, verb, doer.last)
        if place:
            proof = evidence(view, verb.index, place.last if place.last > verb.index else verb.index, "place_of_agent")
            for actor, where in product(doer.actors, view.places_from(place)):
                yield from qualified(
                    view, verb, verb, Extraction(actor.entity, "present_in", where.entity, proof), quotations
                )


def organizations_at_places(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield organizations at a place: «جبهة النصرة في حلب», «عمليات الجيش المستمرة منذ أيام في تدمر»."""
    speakers = {quotation.speaker for quotation in quotations}
    for actor in view.actors:
        index = _place_beside(view, actor, far=actor not in speakers)
        phrase = view.phrases.get(index + 1) if index and actor.kind == "ORG" else None
        own = phrase and view.is_country(phrase.actor) and view.tree[actor.first].matches(organizations().of_states)
        if index and phrase and phrase.actor.kind == "LOC" and not own:
            rule = "organization_at_place" if _is_beside(view, actor, index) else "organization_near_place"
            proof = evidence(view, actor.first, phrase.last, rule)
            for where in view.places_from(phrase.actor):
                extraction = Extraction(actor.entity, "present_in", where.entity, proof)
                yield from qualified(view, view.tree[actor.first], view.tree[actor.first], extraction, quotations)


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
