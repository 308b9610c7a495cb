"""Lost offices: who resigns or is dismissed holds the office no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ARGUMENT_BREAKS
from graph_builder.lexicon import DIRECT, cues, function_words
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.factuality.governors import is_verb
from graph_builder.relate.factuality.qualify import qualify
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import objects, participants, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_HOLDING = "holds_position"
_OBJECT = frozenset({DIRECT, "ب"})


@dataclass(frozen=True, slots=True)
class _Loss:
    """A resignation or dismissal.

    Attributes:
        holders: Ids of those who lose an office.
        verb: The verb that states it, or governs the noun that does.
        node: The word that denotes it.
        organizations: Ids of the organizations and countries of the office, if named after «من» or «عن».
    """

    holders: frozenset[str]
    verb: Node
    node: Node
    organizations: frozenset[str]


def without_lost_offices(
    view: SentenceView, extractions: Iterable[Extraction], quotations: Sequence[Quotation]
) -> Iterator[Extraction]:
    """Yield the extractions of a sentence, with the offices negated that it says are lost.

    These are the office after «من» or «عن», «استقال من رئاسة الحكومة»; if none is named there, any office of the
    person, «أقال الملك رئيس الوزراء فلانا».
    """
    losses: tuple[_Loss, ...] | None = None
    for extraction in extractions:
        if extraction.predicate == _HOLDING and extraction.polarity == "affirmed":
            losses = tuple(_losses(view)) if losses is None else losses
            for loss in losses:
                extraction = _lost(view, extraction, loss, quotations)
        yield extraction


def _lost(view: SentenceView, extraction: Extraction, loss: _Loss, quotations: Sequence[Quotation]) -> Extraction:
    if extraction.subject not in loss.holders or (loss.organizations and extraction.object not in loss.organizations):
        return extraction
    stated = qualify(view, loss.verb, loss.node, extraction, quotations)
    # Who has not resigned, or may yet, holds the office; what is to be given up is named.
    if stated is None or stated.polarity == "negated" or (stated.modality == "future" and not loss.organizations):
        return extraction
    return replace(stated, polarity="negated")


def _losses(view: SentenceView) -> Iterator[_Loss]:
    for verb in view.verbs:
        holders, last = _of_verb(view, verb)
        if holders:
            yield _Loss(holders, verb, verb, _organizations_left(view, max(verb.index, last)))
    for noun in view.tree.nodes:
        if noun.word.upos == "NOUN" and not is_verb(view, noun) and not view.at(noun.index):
            governing, holders, last = _of_noun(view, noun)
            if holders:
                yield _Loss(holders, governing or noun, noun, _organizations_left(view, max(noun.index, last)))


def _of_verb(view: SentenceView, verb: Node) -> tuple[frozenset[str], int]:
    """Return who loses an office by a verb, and the last word of their mention."""
    resigns, dismisses = verb.matches(cues().resigning), verb.matches(cues().dismissing)
    doer = subject(view, verb) if resigns or dismisses else None
    loser = doer
    if dismisses and "Voice=Pass" not in verb.word.feats:
        # Unvowelled, a passive may look active: without an object, its subject is who is dismissed.
        loser = objects(view, verb, doer.last if doer else verb.index, _OBJECT) or doer
    if loser is None:
        return frozenset(), verb.index
    return _people(loser.actors), loser.actors[-1].last


def _of_noun(view: SentenceView, noun: Node) -> tuple[Node | None, frozenset[str], int]:
    """Return the verb that governs a noun of resignation or dismissal, who loses an office, and their last word."""
    resigns = noun.matches(cues().resignations)
    if not resigns and not noun.matches(cues().dismissals):
        return None, frozenset(), noun.index
    governing = next((verb for verb in reversed(view.verbs) if verb.index < noun.index), None)
    after = view.tree[noun.index + 1] if noun.index < len(view.tree) else None
    own = after is not None and after.word.upos == "PRON" and after.token == noun.token
    if own:
        doer = subject(view, governing) if resigns and governing else None
        return governing, _people(doer.actors) if doer else frozenset(), noun.index
    first = noun.index + (2 if after is not None and after.word.form == "ب" else 1)
    actors = tuple(participants(view, first))
    return governing, _people(actors), actors[-1].last if actors else noun.index


def _people(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(actor.entity for actor in actors if actor.kind == "PER")


def _organizations_left(view: SentenceView, last: int) -> frozenset[str]:
    """Return the organizations and countries in the phrase of «من» or «عن» after a word of the same clause."""
    begun = False
    found: set[str] = set()
    for node in view.tree.nodes[last:]:
        if node.word.upos in ("VERB", "SCONJ") or node.word.form in ARGUMENT_BREAKS:
            break
        if node.word.upos == "ADP" and not view.at(node.index):
            if begun:
                break
            begun = fold(node.word.form) in function_words().leaving_prepositions
        elif begun:
            actor = view.at(node.index)
            entity = actor.entity if actor and actor.kind != "PER" else view.state_or_organization(node)
            found |= {entity} if entity else set()
    return frozenset(found)
