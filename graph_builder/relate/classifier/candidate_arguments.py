"""Candidate arguments of a sentence: the entities that it names or implies, and recent antecedents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.core.values import Kind
from graph_builder.relate.sentence.view import SentenceView

# Number of preceding sentences searched for antecedents, and maximum number of antecedents.
_SENTENCES_BACK = 3
_ANTECEDENTS = 4


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Previous mention of an entity.

    Attributes:
        distance: Number of sentences back; 0 for the current speaker.
        first: Whether it was the first actor of its sentence.
        subject: Whether it was a subject.
        speaker: Whether it is the last speaker.
    """

    distance: int
    first: bool
    subject: bool
    speaker: bool


@dataclass(frozen=True, slots=True)
class CandidateArgument:
    """An entity that may be an argument of a relation in a sentence.

    Attributes:
        entity: Its id.
        kind: Its kind.
        spans: First and last word of each mention, counted from 0, inclusive; empty for an antecedent.
        named: Whether the sentence names it.
        antecedent: Its previous mention, for an entity that the sentence does not mention.
    """

    entity: str
    kind: Kind
    spans: tuple[tuple[int, int], ...]
    named: bool
    antecedent: Antecedent | None = None


class History:
    """Actors of the preceding sentences of an article, the subjects of each sentence first."""

    def __init__(self) -> None:
        self._sentences: list[list[tuple[str, Kind, bool, bool]]] = []

    def add(self, view: SentenceView) -> None:
        """Add the sentence that has just been read."""
        subjects = {node.index for node in view.tree.nodes if node.word.deprel.startswith("nsubj")}
        actors = [
            (a.entity, a.kind, number == 0, not subjects.isdisjoint(range(a.first, a.last + 1)))
            for number, a in enumerate(view.actors)
        ]
        self._sentences.append(sorted(actors, key=lambda actor: not actor[3]))

    def antecedents(self, speaker: str | None, kinds: SentenceView) -> Iterator[tuple[str, Kind, Antecedent]]:
        """Yield the last speaker and the entities of the preceding sentences, the nearest first."""
        if speaker is not None:
            yield speaker, kinds.kind_of(speaker), Antecedent(0, False, True, True)
        for distance, sentence in enumerate(reversed(self._sentences[-_SENTENCES_BACK:]), start=1):
            for entity, kind, first, subject in sentence:
                yield entity, kind, Antecedent(distance, first, subject, entity == speaker)


def candidates(view: SentenceView, history: History, speaker: str | None) -> Sequence[CandidateArgument]:
    """Return the candidate arguments: the actors, the referents of adjectives, and antecedents, in this order.

    Args:
        view: The sentence.
        history: The preceding sentences.
        speaker: Id of the entity quoted last in the preceding sentences; None if there is none.
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
    """Yield the countries and organizations that only an adjective refers to: «القوات التركية»."""
    named = {actor.entity for actor in view.actors}
    words: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for node in view.tree.nodes:
        referent = view.state_or_organization(node)
        if referent and referent not in named and not view.at(node.index):
            words[referent].append((node.index - 1, node.index - 1))
    for entity, spans in words.items():
        yield CandidateArgument(entity, view.kind_of(entity), tuple(spans), False)
