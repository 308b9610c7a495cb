"""The layout of a graph."""

from __future__ import annotations

from itertools import combinations
from math import dist

import networkx as nx
import numpy as np
import pytest

from graph_builder.graphs import layout
from graph_builder.graphs.layout import CLEARANCE, with_layout


def _caveman() -> nx.Graph[str]:
    """Twelve cliques of eight in a ring, two triangles, a pair and three alone."""
    cliques = nx.connected_caveman_graph(12, 8)
    whole = nx.disjoint_union_all([cliques, *(nx.complete_graph(size) for size in (3, 3, 2, 1, 1, 1))])
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(f"{number:03}" for number in whole)
    graph.add_edges_from((f"{a:03}", f"{b:03}") for a, b in whole.edges)
    return graph


def _points(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    return {node: (data["x"], data["y"]) for node, data in graph.nodes(data=True)}


def test_layout_fits_the_canvas_without_overlap() -> None:
    points = _points(with_layout(_caveman()))
    wide = max(x for x, _ in points.values()) - min(x for x, _ in points.values())
    assert 800 <= wide <= 2000
    assert min(dist(a, b) for a, b in combinations(points.values(), 2)) >= CLEARANCE * 0.9


def test_layout_places_neighbours_nearer() -> None:
    graph = _caveman()
    points = _points(with_layout(graph))
    within = [dist(points[a], points[b]) for a, b in graph.edges]
    everywhere = [dist(a, b) for a, b in combinations(points.values(), 2)]
    assert np.mean(within) < np.mean(everywhere) / 3


def test_layout_puts_small_components_in_rows_below() -> None:
    graph = _caveman()
    points = _points(with_layout(graph))
    largest = max(nx.connected_components(graph), key=len)
    lowest = max(points[node][1] for node in largest)
    others = [points[node] for node in graph if node not in largest]
    assert all(y > lowest for _, y in others)
    assert max(y for _, y in others) - lowest < 800


def test_layout_does_not_change_the_graph() -> None:
    graph = _caveman()
    placed = with_layout(graph)
    assert "x" not in graph.nodes["000"] and list(placed) == list(graph)


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_layout_of_tiny_graphs(size: int) -> None:
    graph: nx.Graph[str] = nx.path_graph([str(number) for number in range(size)])
    points = _points(with_layout(graph))
    assert len(points) == size and len(set(points.values())) == size
    if size == 1:
        assert points == {"0": (0.0, 0.0)}


def test_layout_is_independent_of_order() -> None:
    graph = _caveman()
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(sorted(graph, reverse=True))
    turned.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert _points(with_layout(graph)) == _points(with_layout(turned))
    assert _points(with_layout(graph)) != _points(with_layout(graph, seed=1))


def test_layout_draws_parallel_edges_and_loops_as_one_edge() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b"), ("b", "a"), ("a", "b"), ("a", "a"), ("b", "c")])
    assert _points(with_layout(graph)) == _points(with_layout(nx.Graph([("a", "b"), ("b", "c")])))


@pytest.mark.parametrize("core", [30, 600])
def test_layout_of_a_large_component_starts_with_its_core(monkeypatch: pytest.MonkeyPatch, core: int) -> None:
    monkeypatch.setattr(layout, "ALL_PAIRS", 50)
    monkeypatch.setattr(layout, "CORE", core)
    graph = _caveman()
    points = _points(with_layout(graph))
    assert points == _points(with_layout(graph))
    assert min(dist(a, b) for a, b in combinations(points.values(), 2)) >= CLEARANCE * 0.9
    within = [dist(points[a], points[b]) for a, b in graph.edges]
    everywhere = [dist(a, b) for a, b in combinations(points.values(), 2)]
    assert np.mean(within) < np.mean(everywhere) / 1.5
