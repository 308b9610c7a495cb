"""Who stands out, and who belongs together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import networkx as nx

from graph_builder.graphs.floats import rounded

G = TypeVar("G", bound="nx.Graph[str]")

SEED = 0
EXACT = 2000  # nodes up to which betweenness counts the shortest paths from every node
SOURCES = 200  # nodes from which it does in a larger graph
FEW = 300  # nodes up to which networkx counts them sooner than NetworKit is imported


def with_measures(graph: G) -> G:
    """A copy of the graph whose nodes say how they stand in it.

    degree
        distinct neighbours, whichever way an edge points.
    pagerank
        with damping 0.85, along the edges, both ways, weighted by `count` (Brin and Page, 1998): along their
        direction it would rank those who are talked about above those who act.
    betweenness
        share of the shortest paths between others that pass through, all edges counting alike and both ways
        (Brandes, 2001). In a graph of more than EXACT nodes it is estimated from the paths that start at SOURCES
        nodes drawn with a fixed seed (Geisberger, Sanders and Schultes, 2008).
    community
        by the Louvain method with a fixed seed on the edges, both ways, weighted by `count` (Blondel et al., 2008; in
        a graph of more than EXACT nodes as Staudt and Meyerhenke, 2016, compute it); numbered from 0 by falling size,
        among equals by the smallest id.

    Floats have six decimals. The order in which nodes and edges were added makes no difference.
    """
    ids = sorted(graph)
    simple = _added_up(graph, ids, nx.Graph())
    pagerank = nx.pagerank(simple, weight="count", tol=1e-12, max_iter=1000)
    betweenness = _betweenness(simple)
    community = _communities(simple)
    measured = graph.copy()
    for number, node in enumerate(ids):
        measured.nodes[node].update(
            degree=simple.degree(number),
            pagerank=rounded(pagerank[number]),
            betweenness=rounded(betweenness[number]),
            community=community[number],
        )
    return measured


def _added_up(graph: nx.Graph[str], ids: list[str], plain: nx.Graph[int]) -> nx.Graph[int]:
    """`plain`, filled with the nodes' ranks and, between two of them, one edge with all their counts; loops left out.

    Ranks, not ids: sets of numbers are walked in the same order in every process, sets of strings are not.
    """
    rank = {node: number for number, node in enumerate(ids)}
    counts: Counter[tuple[int, int]] = Counter()
    edges: Iterable[tuple[str, str, int]] = graph.edges(data="count")
    for source, target, count in edges:
        a, b = rank[source], rank[target]
        counts[(a, b) if plain.is_directed() or a < b else (b, a)] += count
    plain.add_nodes_from(range(len(ids)))
    plain.add_edges_from((a, b, {"count": count}) for (a, b), count in sorted(counts.items()) if a != b)
    return plain


def _betweenness(simple: nx.Graph[int]) -> Mapping[int, float]:
    if len(simple) <= FEW:
        return nx.betweenness_centrality(simple)
    networkit, graph = _in_networkit(simple)
    if len(simple) <= EXACT:
        measure = networkit.centrality.Betweenness(graph, normalized=True)
    else:
        measure = networkit.centrality.EstimateBetweenness(graph, SOURCES, normalized=True)
    return dict(enumerate(measure.run().scores()))


def _in_networkit(simple: nx.Graph[int]) -> tuple[Any, Any]:
    """NetworKit, set to one thread and the seed, and the graph in it."""
    import networkit  # takes more than a second, which a small graph need not wait for

    networkit.setNumberOfThreads(1)
    networkit.setSeed(SEED, False)
    graph = networkit.Graph(len(simple), weighted=True)
    edges: Iterable[tuple[int, int, int]] = simple.edges(data="count")
    for one, other, count in edges:
        graph.addEdge(one, other, count)
    return networkit, graph


def _communities(simple: nx.Graph[int]) -> dict[int, int]:
    found: Iterable[set[int]]
    if len(simple) <= EXACT:
        found = nx.community.louvain_communities(simple, weight="count", seed=SEED)
    else:
        networkit, graph = _in_networkit(simple)
        part = networkit.community.PLM(graph, refine=False, par="none").run().getPartition()
        members: defaultdict[int, set[int]] = defaultdict(set)
        for node, number in enumerate(part.getVector()):
            members[number].add(node)
        found = members.values()
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {node: number for number, members in enumerate(ordered) for node in members}
