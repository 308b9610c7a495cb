"""Whom and what a sentence may speak of: those it names or means, and those named shortly before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.core.values import Kind
from graph_builder.relate.sentence.view import SentenceView

# Of the sentences before, so many are looked back on, and so many whom they name are taken from them.
_SENTENCES_BACK = 3
_ANTECEDENTS = 4


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Where an entity was named before: so many sentences ago, 0 for whoever speaks, whether first in its sentence,
    whether as subject, whether it is the last speaker."""

    distance: int
    first: bool
    subject: bool
    speaker: bool


@dataclass(frozen=True, slots=True)
class CandidateArgument:
    """An entity that a sentence may speak of.

    `spans` are the first and last words, counted from 0, of its mentions; an antecedent has none.
    """

    entity: str
    kind: Kind
    spans: tuple[tuple[int, int], ...]
    named: bool
    antecedent: Antecedent | None = None


class History:
    """The actors of the sentences of an article so far, the subjects of each sentence first."""

    def __init__(self) -> None:
        self._sentences: list[list[tuple[str, Kind, bool, bool]]] = []

    def add(self, view: SentenceView) -> None:
        """Add the sentence that was read last."""
        subjects = {node.index for node in view.tree.nodes if node.word.deprel.startswith("nsubj")}
        actors = [
            (a.entity, a.kind, number == 0, not subjects.isdisjoint(range(a.first, a.last + 1)))
            for number, a in enumerate(view.actors)
        ]
        self._sentences.append(sorted(actors, key=lambda actor: not actor[3]))

    def antecedents(self, speaker: str | None, kinds: SentenceView) -> Iterator[tuple[str, Kind, Antecedent]]:
        """Yield the last speaker, and who was named in the sentences before, the nearest first."""
        if speaker is not None:
            yield speaker, kinds.kind_of(speaker), Antecedent(0, False, True, True)
        for distance, sentence in enumerate(reversed(self._sentences[-_SENTENCES_BACK:]), start=1):
            for entity, kind, first, subject in sentence:
                yield entity, kind, Antecedent(distance, first, subject, entity == speaker)


def candidates(view: SentenceView, history: History, speaker: str | None) -> Sequence[CandidateArgument]:
    """Return whom a sentence may speak of: its actors, those that its adjectives mean, and antecedents, in this order.

    speaker
        The entity that spoke last in the sentences before.
    """
    found = [*_actors(view), *_by_adjective(view)]
    here = {candidate.entity for candidate in found}
    antecedents: dict[str, CandidateArgument] = {}
    for entity, kind, antecedent in history.antecedents(speaker, view):
        if entity not in here and len(antecedents) < _ANTECEDENTS:
            antecedents.setdefault(entity, CandidateArgument(entity, kind, (), False, antecedent))
    return [*found, *antecedents.values()]


def _actors(view: SentenceView) -> Iterator[CandidateArgument]:
    mentions = defaultdict(list)
    for actor in view.actors:
        mentions[actor.entity].append(actor)
    for entity, actors in mentions.items():
        spans = tuple((actor.first - 1, actor.last - 1) for actor in actors)
        yield CandidateArgument(entity, actors[0].kind, spans, any(actor.named for actor in actors))


def _by_adjective(view: SentenceView) -> Iterator[CandidateArgument]:
    """Countries and bodies that only an adjective names: «القوات التركية»."""
    named = {actor.entity for actor in view.actors}
    words: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for node in view.tree.nodes:
        meant = view.state_or_organization(node)
        if meant and meant not in named and not view.at(node.index):
            words[meant].append((node.index - 1, node.index - 1))
    for entity, spans in words.items():
        yield CandidateArgument(entity, view.kind_of(entity), tuple(spans), False)
