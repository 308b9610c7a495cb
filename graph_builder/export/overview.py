"""The summaries of the overview page: central entities, communities, active pairs and a timeline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import networkx as nx

from graph_builder.core.result import Result
from graph_builder.core.values import Entity
from graph_builder.lexicon import Label

_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entity with a figure, and this as a percentage of the highest one."""

    entity: Entity
    figure: int
    share: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, the number of sentences with relations between them, and the predicates, most frequent first."""

    first: Entity
    second: Entity
    count: int
    predicates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """A community of the co-occurrence graph: its number there, its size, and its name in Arabic and English."""

    number: int
    size: int
    name: Label


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year with its number of relations, and this as a percentage of the highest one."""

    label: str
    count: int
    height: int


def most_named(result: Result, kinds: Iterable[str], top: int) -> list[Ranked]:
    """Return the most frequently mentioned entities of some kinds; ties are broken by PageRank in co-occurrence."""
    nodes, wanted = result.cooccurrence.nodes, set(kinds)
    found = [entity for entity in result.knowledge.entities if entity.kind in wanted and entity.mentions]
    found.sort(key=lambda entity: (-len(entity.mentions), -nodes[entity.id]["pagerank"], entity.id))
    most = len(found[0].mentions) if found else 1
    return [Ranked(e, len(e.mentions), round(100 * len(e.mentions) / most)) for e in found[:top]]


def communities(result: Result, top: int) -> list[Community]:
    """Return the largest communities of more than two entities."""
    return named_communities(result.cooccurrence, 3)[:top]


def named_communities(graph: nx.Graph[str], least: int) -> list[Community]:
    """Return the communities of a graph with at least `least` members, the largest first, as they are numbered."""
    nodes = [graph.nodes[identifier] for identifier in sorted(graph)]
    sizes = Counter(node["community"] for node in nodes)
    names = {node["community"]: Label(node["community_name"], node["community_name_latin"]) for node in nodes}
    return [Community(number, size, names[number]) for number, size in sorted(sizes.items()) if size >= least]


def most_active_pairs(result: Result, top: int, is_event: Callable[[str], bool]) -> list[Pair]:
    """Return the pairs with the most sentences that state events between them, in either direction."""
    sentences: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    predicates: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for subject, obj, predicate, edge in result.relations.edges(keys=True, data=True):
        if subject == obj or not is_event(predicate):
            continue
        pair = (min(subject, obj), max(subject, obj))
        sentences[pair] |= {(item.document, item.start) for item in edge["evidence"]}
        predicates[pair][predicate] += edge["count"]
    entities = {entity.id: entity for entity in result.knowledge.entities}
    ranked = sorted(sentences, key=lambda pair: (-len(sentences[pair]), -len(predicates[pair]), pair))
    return [
        Pair(entities[a], entities[b], len(sentences[a, b]), tuple(name for name, _ in _by_count(predicates[a, b])))
        for a, b in ranked[:top]
    ]


def _by_count(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def timeline(result: Result) -> list[Bar]:
    """Return the number of relations per day, month or year, by their date or else by publication."""
    published = {document.id: document.published for document in result.knowledge.documents}
    when: list[str] = []
    for relation in result.knowledge.relations:
        printed = min((d for e in relation.evidence if (d := published[e.document])), default=None)
        if relation.date or printed:
            when.append(relation.date.partition("/")[0] if relation.date else str(printed))
    if not when:
        return []
    scales = ((length, _units(min(when), max(when), length)) for length in (10, 7, 4))
    length, units = next(scale for scale in scales if len(scale[1]) <= _MOST_BARS or scale[0] == 4)
    counts = Counter(unit[:length] for unit in when)
    coarse = Counter({unit: number for unit, number in counts.items() if unit not in units})
    for unit, number in coarse.items():  # a month among days counts on its first day
        counts[next((each for each in units if each.startswith(unit)), units[0])] += number
    most = max(counts[unit] for unit in units)
    return [Bar(unit, counts[unit], round(100 * counts[unit] / most)) for unit in units]


def _units(first: str, last: str, length: int) -> list[str]:
    start, end = (_day(each) for each in (first, last))
    days: Iterable[date] = (start + timedelta(number) for number in range((end - start).days + 1))
    return list(dict.fromkeys(day.isoformat()[:length] for day in days))


def _day(iso: str) -> date:
    parts: list[Any] = [int(part) for part in iso.split("-") if part]
    return date(*[*parts, 1, 1][:3])
