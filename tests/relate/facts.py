"""What the rules read in an article of tests/support/sentences.conllu, by the names of the entities."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.core.values import Modality, Polarity, Relation
from graph_builder.relate import relate
from graph_builder.resolve import resolve
from tests.support.sentences import article


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation with names instead of ids. `rules` read it, in the order of the evidence."""

    subject: str
    predicate: str
    object: str
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    place: str | None
    triggers: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def triple(self) -> tuple[str, str, str]:
        """Subject, predicate and object."""
        return (self.subject, self.predicate, self.object)


@functools.cache
def relations(*names: str) -> tuple[Relation, ...]:
    """The relations of a corpus of these articles."""
    corpus = [article(name) for name in names]
    return relate(corpus, resolve(corpus).entities)


def facts(*names: str) -> list[Fact]:
    """The relations of a corpus of these articles, readable."""
    called = {entity.id: entity.name for entity in resolve([article(name) for name in names]).entities}
    return [
        Fact(
            called[relation.subject],
            relation.predicate,
            called[relation.object],
            relation.polarity,
            relation.modality,
            called[relation.attributed_to] if relation.attributed_to else None,
            called[relation.place] if relation.place else None,
            tuple(evidence.trigger for evidence in relation.evidence),
            tuple(evidence.rule for evidence in relation.evidence),
        )
        for relation in relations(*names)
    ]


def triples(name: str, *predicates: str) -> set[tuple[str, str, str]]:
    """The triples of an article: those of some predicates, or all."""
    return {fact.triple for fact in facts(name) if not predicates or fact.predicate in predicates}


def fact(name: str, subject: str, predicate: str, obj: str) -> Fact:
    """The one relation of an article between these two."""
    (found,) = [fact for fact in facts(name) if fact.triple == (subject, predicate, obj)]
    return found
