"""Topics of quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView

# A quotation is about the first entity it names, and up to this many others that the article names this often.
_MORE, _OFTEN = 2, 3

# Number of words between an organization cited as a source and the word that says so: ما, a verb, its head noun.
_FARTHEST_SOURCE = 4


def spoken_about(view: SentenceView, quotation: Quotation, said: Sequence[Quotation] = ()) -> Iterator[Extraction]:
    """Yield the topics of a statement: the first entities named before the next quotation, except in offices."""
    others = [s.verb for s in said if s.verb > quotation.opened and s.speaker.entity != quotation.speaker.entity]
    end = min(others, default=len(view.tree) + 1)
    objects: list[str] = []
    titles = office_words(view)
    for actor in view.actors:
        beside = (
            actor.entity in (quotation.speaker.entity, *objects) or actor.first in titles or _is_source(view, actor)
        )
        if quotation.opened < actor.first < end and not beside:
            objects.append(actor.entity)
    objects = objects or list(_by_adjectives(view, quotation))
    proof = evidence(view, quotation.verb, quotation.verb, quotation.rule)
    for entity in _central(view, objects):
        yield Extraction(quotation.speaker.entity, "speaks_about", entity, proof)


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
