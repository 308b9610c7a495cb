"""The layout of a graph."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


# What numpy and its library of linear algebra compute with on a processor of 2008.
_OLD_PROCESSOR = {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4", "OPENBLAS_CORETYPE": "Nehalem"}


def test_layout_is_the_same_on_an_older_processor() -> None:
    script = """if True:
        import json
        import networkx as nx
        from graph_builder.graphs.layout import with_layout
        graph = nx.relabel_nodes(nx.barabasi_albert_graph(300, 3, seed=2), "{:03}".format)
        placed = with_layout(graph)
        print(json.dumps({node: [data["x"], data["y"]] for node, data in placed.nodes(data=True)}))
    """
    environment = {**os.environ, **_OLD_PROCESSOR}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    points = _points(with_layout(_scale_free()))
    assert json.loads(done.stdout) == {node: list(point) for node, point in points.items()}


def _scale_free() -> nx.Graph[str]:
    return nx.relabel_nodes(nx.barabasi_albert_graph(300, 3, seed=2), "{:03}".format)


def test_layout_places_neighbours_nearer() -> None:
    graph = _caveman()
    points = _points(with_layout(graph))
    within = [dist(points[a], points[b]) for a, b in graph.edges]
    everywhere = [dist(a, b) for a, b in combinations(points.values(), 2)]
    assert np.mean(within) < np.mean(everywhere) / 3


def test_layout_puts_small_components_beside_and_below() -> None:
    graph = _caveman()
    points = _points(with_layout(graph))
    largest, *others = (_box([points[node] for node in part]) for part in _parts(graph))
    assert all(box[0] > largest[1] or box[2] > largest[3] for box in others)
    assert max(box[3] for box in others) - largest[3] < 800


def test_layout_puts_many_small_components_beside_a_large_one() -> None:
    graph = nx.relabel_nodes(nx.disjoint_union_all([nx.cycle_graph(40), *[nx.path_graph(2)] * 20]), "{:03}".format)
    points = _points(with_layout(graph))
    largest, *others = (_box([points[node] for node in part]) for part in _parts(graph))
    assert any(box[0] > largest[1] and box[3] <= largest[3] for box in others)


def _parts(graph: nx.Graph[str]) -> list[set[str]]:
    return sorted(nx.connected_components(graph), key=len, reverse=True)


def _box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom."""
    across, down = zip(*points, strict=True)
    return min(across), max(across), min(down), max(down)


@pytest.mark.parametrize("size", [12, 44], ids=["all pairs", "core and cells"])
def test_layout_separates_communities(size: int) -> None:
    communities = nx.random_partition_graph([size] * 25, 6 / size, 1 / (25 * size), seed=1)
    graph = nx.relabel_nodes(communities, {node: f"{node:04}" for node in communities})
    points = _points(with_layout(graph))
    group = {f"{node:04}": number for number, part in enumerate(communities.graph["partition"]) for node in part}
    connected = sorted(_parts(graph)[0])
    places = np.array([points[node] for node in connected])
    distances = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    groups = np.array([group[node] for node in connected])
    together = groups[:, None] == groups[None]
    assert distances[together].mean() < distances[~together].mean() / 3


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
    monkeypatch.setattr(layout, "AT_ONCE", 50)
    monkeypatch.setattr(layout, "CORE", core)
    graph = _caveman()
    points = _points(with_layout(graph))
    assert points == _points(with_layout(graph))
    assert min(dist(a, b) for a, b in combinations(points.values(), 2)) >= CLEARANCE * 0.9
    within = [dist(points[a], points[b]) for a, b in graph.edges]
    everywhere = [dist(a, b) for a, b in combinations(points.values(), 2)]
    assert np.mean(within) < np.mean(everywhere) / 1.5
