"""Centrality measures and communities of graphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import networkx as nx

from graph_builder.graphs.communities import community_names
from graph_builder.graphs.floats import rounded

G = TypeVar("G", bound="nx.Graph[str]")

SEED = 0
EXACT = 2000  # maximum number of nodes for exact betweenness
SOURCES = 200  # number of source nodes for the estimate in a larger graph
FEW = 300  # maximum number of nodes for which networkx takes less time than the import of NetworKit


def with_measures(graph: G) -> G:
    """Return a copy of the graph whose nodes have measures.

    Edges count as undirected. Floats have six decimals. The order of nodes and edges makes no difference.

    The nodes have the attributes

    - `degree`: the number of distinct neighbours;
    - `pagerank`: with damping 0.85, weighted by `count` (Brin and Page, 1998); along the direction of edges it would
      rank those who are talked about above those who act;
    - `betweenness`: the share of shortest paths between other nodes that pass through, unweighted (Brandes, 2001); in a
      graph of more than EXACT nodes estimated from the paths that start at SOURCES nodes, drawn with a fixed seed
      (Geisberger, Sanders and Schultes, 2008);
    - `community`: by the Louvain method with a fixed seed, weighted by `count` (Blondel et al., 2008; in a graph of
      more than EXACT nodes by Staudt and Meyerhenke, 2016); numbered from 0 by falling size, then smallest id;
    - `community_name`, `community_name_latin`: its most central members, in Arabic and in English.
    """
    ids = sorted(graph)
    simple = _added_up(graph, ids, nx.Graph())
    pagerank = _pagerank(simple)
    betweenness = _betweenness(simple)
    community = _communities(simple)
    measured = graph.copy()
    for number, node in enumerate(ids):
        measured.nodes[node].update(
            degree=simple.degree(number),
            pagerank=pagerank[number],
            betweenness=rounded(betweenness[number]),
            community=community[number],
        )
    names = community_names(measured)
    for identifier in ids:
        arabic, latin = names[measured.nodes[identifier]["community"]]
        measured.nodes[identifier].update(community_name=arabic, community_name_latin=latin)
    return measured


def pageranks(graph: nx.Graph[str]) -> dict[str, float]:
    """Return the PageRank of each node, as `with_measures` does, without the other measures."""
    ids = sorted(graph)
    ranks = _pagerank(_added_up(graph, ids, nx.Graph()))
    return {node: ranks[number] for number, node in enumerate(ids)}


def _pagerank(simple: nx.Graph[int]) -> dict[int, float]:
    ranks = nx.pagerank(simple, weight="count", tol=1e-12, max_iter=1000)
    return {node: rounded(rank) for node, rank in ranks.items()}


def _added_up(graph: nx.Graph[str], ids: list[str], plain: nx.Graph[int]) -> nx.Graph[int]:
    """Return `plain` with the ranks of the nodes and one edge per pair with the sum of its counts, without loops.

    Nodes are ranks because sets of numbers have the same order in every process, and sets of strings do not.
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
    """Return NetworKit, set to one thread and the seed, and its copy of the graph."""
    import networkit  # its import takes more than a second, which small graphs avoid

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
