"""Rules for the topics of quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues
from graph_builder.relate.factuality.quotations import Quotation, QuotationKind
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView

# A quotation is about the first entity it names, and up to this many others that the article names this often.
_MORE, _OFTEN = 2, 3

# Number of words between an organization cited as a source and the word that says so: ما, a verb, its head noun.
_FARTHEST_SOURCE = 4


@dataclass(frozen=True, slots=True)
class QuotedTopics:
    """A quotation with its main topics.

    Attributes:
        quotation: The quotation.
        topics: Ids of the entities that it is about.
    """

    quotation: Quotation
    topics: tuple[str, ...]


@rule(QuotedTopics)
def speech(said: QuotedTopics) -> Iterator[Match]:
    """Who speaks by a verb of speech speaks about what the quotation names first: «أكد لافروف أن سوريا»."""
    yield from _about(said, "speech")


@rule(QuotedTopics)
def speech_participle(said: QuotedTopics) -> Iterator[Match]:
    """Who spoke or acted before goes on speaking after a participle of speech: «مشيرا إلى أن إيران»."""
    yield from _about(said, "speech_participle")


@rule(QuotedTopics)
def relayed_speech(said: QuotedTopics) -> Iterator[Match]:
    """Another cites the source that speaks: «نقلت الوكالة عن الوزير قوله إن تركيا»."""
    yield from _about(said, "relayed_speech")


@rule(QuotedTopics)
def continued_speech(said: QuotedTopics) -> Iterator[Match]:
    """Who spoke in the preceding sentence is the subject that a verb of speech leaves out: «وأضاف أن إيران»."""
    yield from _about(said, "continued_speech")


@rule(QuotedTopics)
def headline_speech(said: QuotedTopics) -> Iterator[Match]:
    """In a headline, a colon separates the speaker from the speech: «لافروف: سوريا لن تنهار»."""
    yield from _about(said, "headline_speech")


def quoted_topics(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[QuotedTopics]:
    """Yield the quotations of a sentence with what they are about.

    These are the first entities named before the next quotation, except in offices; else the country of an adjective.
    """
    for quotation in quotations:
        others = [
            other.verb
            for other in quotations
            if other.verb > quotation.opened and other.speaker.entity != quotation.speaker.entity
        ]
        topics = list(_named(view, quotation, min(others, default=len(view.tree) + 1)))
        topics = topics or list(_by_adjectives(view, quotation))
        yield QuotedTopics(quotation, tuple(_central(view, topics)))


def _about(said: QuotedTopics, kind: QuotationKind) -> Iterator[Match]:
    if said.quotation.kind == kind:
        for topic in said.topics:
            verb = said.quotation.verb
            yield Match(said.quotation.speaker.entity, "speaks_about", topic, verb, verb)


def _named(view: SentenceView, quotation: Quotation, end: int) -> Iterator[str]:
    """Yield the entities named in a quotation before the word `end`, each once."""
    titles = office_words(view)
    passed = {quotation.speaker.entity}
    for actor in view.actors:
        beside = actor.entity in passed or actor.first in titles or _is_source(view, actor)
        if quotation.opened < actor.first < end and not beside:
            passed.add(actor.entity)
            yield actor.entity


def office_words(view: SentenceView) -> set[int]:
    """Return the indices of the words of all offices before names, whose names are not topics."""
    return {i for p in view.phrases.values() if p.office for i in range(p.office, p.actor.first)}


def _is_source(view: SentenceView, actor: Actor) -> bool:
    """Return whether an organization is cited as a source: «وفق ما أوردت وكالة الأنباء», «بحسب صحيفة»."""
    if actor.kind != "ORG":
        return False
    before = [fold(node.word.form) for node in view.tree.nodes[: actor.first - 1] if node.word.upos != "PUNCT"]
    return not cues().sourcing.isdisjoint(before[-_FARTHEST_SOURCE:])


def _central(view: SentenceView, objects: Sequence[str]) -> Sequence[str]:
    """Return the main topics among the entities of a statement: those named only once count if there are no others."""
    recurring = [entity for entity in objects if view.times(entity) != 1]
    often = [entity for entity in recurring[1 : 1 + _MORE] if view.times(entity) >= _OFTEN]
    return [*recurring[:1], *often] or objects[:_MORE]


def _by_adjectives(view: SentenceView, quotation: Quotation) -> Iterator[str]:
    """Yield the first country that only an adjective refers to: «شدد على أنّ القضية السورية»."""
    for node in view.tree.nodes[quotation.opened :]:
        country = view.country(node)
        if country and not view.at(node.index) and country != quotation.speaker.entity:
            yield country
            return
