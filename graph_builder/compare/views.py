"""A view of one side in which entities are numbered by their match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import networkx as nx

from graph_builder.compare.evidence import Sentences
from graph_builder.compare.values import Match, Quote
from graph_builder.core.values import Knowledge, Polarity, Relation
from graph_builder.graphs import cooccurrence_graph
from graph_builder.graphs.measures import pageranks
from graph_builder.lexicon import predicates

Pair: TypeAlias = tuple[int, int]
"""The numbers of two entities, the smaller first."""

Fact: TypeAlias = tuple[int, str, int]
"""The number of the subject, the predicate, and the number of the object."""


def numbers(matches: Sequence[Match], side: int) -> dict[str, int]:
    """Return the number of the match of each entity of a side (0 or 1), by its id."""
    entities = ((number, (each.a, each.b)[side]) for number, each in enumerate(matches))
    return {entity.id: number for number, entity in entities if entity}


@dataclass(frozen=True)
class View:
    """A side whose entities have numbers, `numbers` by id."""

    knowledge: Knowledge
    numbers: Mapping[str, int]

    @cached_property
    def total(self) -> int:
        """The number of articles."""
        return len(self.knowledge.documents)

    @cached_property
    def articles(self) -> dict[int, int]:
        """The number of articles that name each entity."""
        return {
            self.numbers[entity.id]: len({mention.document for mention in entity.mentions})
            for entity in self.knowledge.entities
            if entity.mentions
        }

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The rank of each named entity by PageRank in co-occurrence, from 1; equal ones have the better rank."""
        found = pageranks(self._cooccurrence)
        named = [entity.id for entity in self.knowledge.entities if entity.mentions]
        named.sort(key=lambda entity: (-found[entity], entity))
        ranks: dict[int, int] = {}
        for place, entity in enumerate(named, start=1):
            before = named[place - 2] if place > 1 else ""
            equal = before and found[before] == found[entity]
            ranks[self.numbers[entity]] = ranks[self.numbers[before]] if equal else place
        return ranks

    @cached_property
    def pairs(self) -> dict[Pair, dict[str, Any]]:
        """The edges of co-occurrence in sentences, with the attributes of `cooccurrence_graph`."""
        edges = self._cooccurrence.edges(data=True)
        return {self._pair(one, other): edge for one, other, edge in edges}

    @cached_property
    def facts(self) -> dict[Fact, list[Relation]]:
        """The relations by subject, predicate and object; of symmetric predicates the smaller number is the subject."""
        found: defaultdict[Fact, list[Relation]] = defaultdict(list)
        for relation in self.knowledge.relations:
            ends = self.numbers[relation.subject], self.numbers[relation.object]
            first, last = sorted(ends) if predicates()[relation.predicate].symmetric else ends
            found[first, relation.predicate, last].append(relation)
        return dict(found)

    @cached_property
    def stated(self) -> dict[tuple[Fact, Polarity], list[Relation]]:
        """The relations by the same, affirmed and negated ones apart."""
        found: defaultdict[tuple[Fact, Polarity], list[Relation]] = defaultdict(list)
        for fact, relations in self.facts.items():
            for relation in relations:
                found[fact, relation.polarity].append(relation)
        return dict(found)

    def naming(self, entity: int) -> tuple[Quote, ...]:
        """Return sentences that name an entity."""
        return self._sentences.naming(self._ids.get(entity, ""))

    def naming_both(self, pair: Pair) -> tuple[Quote, ...]:
        """Return sentences that name both entities of a pair."""
        first, second = (self._ids.get(entity, "") for entity in pair)
        return self._sentences.naming_both(first, second)

    def stating(self, relations: Sequence[Relation]) -> tuple[Quote, ...]:
        """Return sentences that state one of some relations."""
        return self._sentences.stating(relations)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.knowledge)

    @cached_property
    def _cooccurrence(self) -> nx.Graph[str]:
        return cooccurrence_graph(self.knowledge)

    @cached_property
    def _ids(self) -> dict[int, str]:
        return {number: entity for entity, number in self.numbers.items()}

    def _pair(self, one: str, other: str) -> Pair:
        x, y = self.numbers[one], self.numbers[other]
        return (x, y) if x < y else (y, x)
