"""What corpora far larger than the seeds cost, of names and counts that a seeded generator makes.

    python -m tests.benchmarks.scale [MENTIONS [NAMES]]

Seconds of gathering mentions into entities, of spelling their names in Latin letters, of counting who is named together
(beside `itertools.combinations` into networkx), and of measuring and laying out a graph of half as many nodes as there
are names. The names are of people, bodies and places in a proportion as in news, and as unevenly frequent; a fifth of
the people have two names, a longer and a shorter.
"""

from __future__ import annotations

import itertools
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import TypeVar

import networkx as nx
import numpy as np

from graph_builder.core.values import Kind, Mention
from graph_builder.graphs.cooccurrence import count_pairs, g2, npmi
from graph_builder.graphs.layout import with_layout
from graph_builder.graphs.measures import with_measures
from graph_builder.resolve.clusters import NamedMention, entities_of
from graph_builder.resolve.latin_names import with_latin_names
from graph_builder.resolve.places.country_context import CountryContext

T = TypeVar("T")

SEED = 0
LETTERS = "ابتجحدرزسشصطعفقكلمنهوي"
PER_ARTICLE, PER_SENTENCE = 20, 3


def main() -> None:
    """Print the table."""
    count, size = (int(each) for each in (sys.argv[1:] + ["1000000", "200000"][len(sys.argv) - 1 :])[:2])
    mentions = generated(count, size)
    print(f"{count:,} mentions of {size:,} names in {count // PER_ARTICLE:,} articles")
    entities, _ = _timed("gathering mentions into entities", lambda: entities_of(mentions, {}, CountryContext()))
    print(f"  {len(entities):,} entities")
    _timed("their names in Latin letters", lambda: with_latin_names(entities))
    numbers = {each.mention: n for n, each in enumerate(mentions)}
    rows = np.zeros((count, 3), np.int64)
    documents = {document: n for n, document in enumerate(sorted({each.mention.document for each in mentions}))}
    for n, entity in enumerate(entities):
        for mention in entity.mentions:
            rows[numbers[mention]] = documents[mention.document], mention.sentence, n
    counted = _timed("counting who is named together", lambda: count_pairs(rows))
    pairs = list(zip(*(column.tolist() for column in counted.pairs), strict=True))
    appearances = counted.appearances.tolist()
    tables = [(both, appearances[x], appearances[y], counted.windows) for x, y, both, _ in pairs]
    _timed("NPMI and G² of all pairs", lambda: [(npmi(*table), g2(*table)) for table in tables])
    plain = _timed("the same counts, pair by pair into networkx", lambda: _plainly(rows))
    print(f"  {len(pairs):,} pairs, {plain.number_of_edges():,} by the plain way")
    graph = _graph(size // 2, count // 2)
    print(f"a graph of {len(graph):,} nodes and {graph.number_of_edges():,} edges")
    _timed("measures", lambda: with_measures(graph))
    _timed("layout", lambda: with_layout(graph))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GiB of memory at the peak of all this")


def generated(count: int, size: int) -> list[NamedMention]:
    """Mentions of so many names."""
    chosen = random.Random(SEED)
    words = ["".join(chosen.choices(LETTERS, k=chosen.randint(3, 6))) for _ in range(max(2_000, size // 20))]
    kinds: tuple[Kind, ...] = ("PER", "ORG", "LOC")
    names: list[tuple[Kind, tuple[str, ...]]] = []
    while len(names) < size:
        kind = chosen.choices(kinds, (40, 35, 25))[0]
        name = " ".join(chosen.choices(words, k=1 if kind == "LOC" else chosen.randint(2, 3)))
        longer = f"{name} {chosen.choice(words)}"
        names.append((kind, (name, longer) if kind == "PER" and chosen.random() < 0.2 else (name,)))
    often = [1 / (rank + 1) ** 0.8 for rank in range(size)]
    found = []
    for number, (kind, forms) in enumerate(chosen.choices(names, often, k=count)):
        name = chosen.choice(forms)
        article, place = divmod(number, PER_ARTICLE)
        mention = Mention(f"{article:016x}", place * 10, place * 10 + 5, name, kind, place // PER_SENTENCE)
        found.append(NamedMention(mention, name, name, name, "same_letters", name, None, frozenset()))
    return found


def _plainly(rows: np.ndarray) -> nx.Graph[int]:
    windows: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for document, window, entity in rows.tolist():
        windows[document, window].add(entity)
    graph: nx.Graph[int] = nx.Graph()
    for present in windows.values():
        for one, other in itertools.combinations(sorted(present), 2):
            if graph.has_edge(one, other):
                graph[one][other]["count"] += 1
            else:
                graph.add_edge(one, other, count=1)
    return graph


def _graph(nodes: int, edges: int) -> nx.Graph[str]:
    chosen = np.random.default_rng(SEED)
    often = 1 / np.arange(1, nodes + 1) ** 0.7
    ends = chosen.choice(nodes, size=edges, p=often / often.sum())
    others = (ends + chosen.geometric(0.01, size=edges)) % nodes
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(f"{node:08x}" for node in range(nodes))
    for (one, other), count in sorted(Counter(zip(ends.tolist(), others.tolist(), strict=True)).items()):
        graph.add_edge(f"{one:08x}", f"{other:08x}", count=count)
    return graph


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = work()
    print(f"{what:50} {time.perf_counter() - start:7.1f} s", flush=True)
    return done


if __name__ == "__main__":
    main()
