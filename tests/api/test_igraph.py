"""The networks for igraph are those for networkx."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

from graph_builder import KnowledgeGraph
from graph_builder.core.errors import ChoiceError


def _data(graph: nx.Graph[str]) -> dict[str, dict[str, object]]:
    return {node: graph.nodes[node] for node in graph}


def _nodes(graph: igraph.Graph) -> dict[str, dict[str, object]]:
    return {vertex["id"]: {k: v for k, v in vertex.attributes().items() if k != "id"} for vertex in graph.vs}


def test_igraph_has_the_nodes_and_edges_of_networkx(kg: KnowledgeGraph) -> None:
    graphs = kg.to_igraph("article", "npmi")
    ours, theirs = graphs["relations"], kg.relation_graph()
    ids = ours.vs["id"]
    assert ours.is_directed()
    assert _nodes(ours) == _data(theirs)
    edges = {(ids[e.source], ids[e.target], e["predicate"]): e.attributes() for e in ours.es}
    wanted = {(*ends, key): {**data, "predicate": key} for *ends, key, data in theirs.edges(keys=True, data=True)}
    assert edges == wanted and len(wanted) == ours.ecount() > 100

    both, together = graphs["cooccurrence"], kg.cooccurrence("article", "npmi")
    ids = both.vs["id"]
    assert not both.is_directed()
    assert _nodes(both) == _data(together)
    pairs = {frozenset((ids[e.source], ids[e.target])): e.attributes() for e in both.es}
    assert pairs == {frozenset((a, b)): data for a, b, data in together.edges(data=True)}
    assert all(each["weight"] == each["npmi"] for each in both.es)


def test_igraph_measures_are_those_of_networkx(kg: KnowledgeGraph) -> None:
    ours, theirs = kg.to_igraph()["cooccurrence"], kg.cooccurrence()
    strength = dict(zip(ours.vs["id"], ours.strength(weights="weight"), strict=True))
    assert strength == dict(theirs.degree(weight="weight"))
    rank = dict(zip(ours.vs["id"], ours.pagerank(weights="weight"), strict=True))
    assert rank == pytest.approx(nx.pagerank(theirs, weight="weight", tol=1e-12, max_iter=1000), abs=1e-6)


def test_igraph_of_nothing_is_empty(sample: KnowledgeGraph) -> None:
    empty = sample.where(min_confidence=1.0).to_igraph()
    assert [(graph.vcount(), graph.ecount()) for graph in empty.values()] == [(0, 0), (0, 0)]


def test_igraph_unknown_choice_raises(sample: KnowledgeGraph) -> None:
    with pytest.raises(ChoiceError, match="Unknown window 'page'"):
        sample.to_igraph("page")  # type: ignore[arg-type]
