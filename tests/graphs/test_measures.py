"""Measures of nodes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import networkx as nx
import pytest

from graph_builder.graphs import measures
from graph_builder.graphs.measures import with_measures


def _two_cliques() -> nx.Graph[str]:
    """abcd and efgh, each all with all, and one edge d-e between them; i alone."""
    graph: nx.Graph[str] = nx.Graph()
    for clique in ("abcd", "efgh"):
        graph.add_edges_from((a, b, {"count": 2}) for a in clique for b in clique if a < b)
    graph.add_edge("d", "e", count=1)
    graph.add_node("i")
    return graph


def _counted(numbered: nx.Graph[int]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((f"{a:03}", f"{b:03}", {"count": 1}) for a, b in numbered.edges)
    return graph


def _attributes(graph: nx.Graph[str]) -> dict[str, dict[str, Any]]:
    return {node: graph.nodes[node] for node in graph}


def test_measures_do_not_change_the_graph() -> None:
    graph = _two_cliques()
    measured = with_measures(graph)
    assert "degree" not in graph.nodes["a"] and measured.nodes["a"]["degree"] == 3
    assert list(measured) == list(graph)


def test_measures_betweenness_is_high_at_bridges() -> None:
    nodes = with_measures(_two_cliques()).nodes
    assert nodes["a"]["betweenness"] == nodes["i"]["betweenness"] == 0
    # d lies on the paths of a, b and c with the four of the other side: 12 of the 28 pairs of others
    assert nodes["d"]["betweenness"] == nodes["e"]["betweenness"] == round(12 / 28, 6)


def test_measures_pagerank_sums_to_one_and_ignores_direction() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "c", "accuse", count=1)
    graph.add_edge("b", "c", "accuse", count=1)
    graph.add_edge("b", "c", "reject", count=3)
    graph.add_edge("b", "a", "reject", count=1)
    nodes = with_measures(graph).nodes
    assert sum(nodes[node]["pagerank"] for node in nodes) == pytest.approx(1, abs=1e-5)
    assert nodes["c"]["pagerank"] == nodes["b"]["pagerank"] > nodes["a"]["pagerank"]
    assert (nodes["b"]["degree"], nodes["c"]["degree"]) == (2, 2)


def test_measures_degree_ignores_loops() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "a", "accuse", count=1)
    assert with_measures(graph).nodes["a"]["degree"] == 0


def test_measures_communities_are_numbered_by_size_then_id() -> None:
    nodes = with_measures(_two_cliques()).nodes
    assert {node: nodes[node]["community"] for node in nodes} == dict.fromkeys("abcd", 0) | dict.fromkeys("efgh", 1) | {
        "i": 2
    }


def test_measures_have_six_decimals() -> None:
    graph = _counted(nx.path_graph(128))
    for _, data in with_measures(graph).nodes(data=True):
        assert data["pagerank"] == round(data["pagerank"], 6)
        assert data["betweenness"] == round(data["betweenness"], 6)


def test_measures_are_independent_of_order() -> None:
    graph = _counted(nx.connected_watts_strogatz_graph(60, 4, 0.3, seed=1))
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(sorted(graph, reverse=True))
    turned.add_edges_from(sorted(((b, a, data) for a, b, data in graph.edges(data=True)), key=str, reverse=True))
    assert _attributes(with_measures(graph)) == _attributes(with_measures(turned))


def test_measures_of_a_large_graph_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "EXACT", 5)
    monkeypatch.setattr(measures, "SOURCES", 4)
    sampled = [_attributes(with_measures(_two_cliques())) for _ in range(2)]
    assert sampled[0] == sampled[1]
    assert sampled[0]["d"]["betweenness"] > 0


@pytest.mark.parametrize("graph", [nx.Graph(), nx.MultiDiGraph()])
def test_measures_of_an_empty_graph(graph: nx.Graph[str]) -> None:
    assert len(with_measures(graph)) == 0


def test_measures_are_independent_of_hash_seed() -> None:
    code = (
        "from tests.support.samples import sample_knowledge\n"
        "from graph_builder.graphs import *\n"
        "for graph in (cooccurrence_graph(sample_knowledge()), relation_graph(sample_knowledge())):\n"
        "    graph = with_layout(with_measures(graph))\n"
        "    print(list(graph.nodes(data=True)), list(graph.edges(data=True)))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_measures_betweenness_equals_that_of_networkx() -> None:
    numbered = nx.gnm_random_graph(measures.FEW + 50, 900, seed=3)
    expected = nx.betweenness_centrality(numbered)
    nodes = with_measures(_counted(numbered)).nodes
    isolated = {f"{node:03}" for node in numbered} - set(nodes)
    assert not isolated or all(expected[int(node)] == 0 for node in isolated)
    assert [nodes[each]["betweenness"] for each in nodes] == pytest.approx(
        [expected[int(each)] * _scale(len(numbered), len(nodes)) for each in nodes], abs=1e-6
    )


def _scale(all_nodes: int, some: int) -> float:
    """What a share of the pairs of all others is of those of fewer: isolated nodes are no ends of a path."""
    return (all_nodes - 1) * (all_nodes - 2) / ((some - 1) * (some - 2))


def test_measures_sampled_betweenness_is_near_and_deterministic(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = _counted(nx.barabasi_albert_graph(600, 3, seed=1))
    exact = with_measures(graph).nodes
    monkeypatch.setattr(measures, "EXACT", 400)
    first, second = (_attributes(with_measures(graph)) for _ in range(2))
    assert first == second
    greatest = sorted(exact, key=lambda node: -exact[node]["betweenness"])[:10]
    estimated = [first[node]["betweenness"] for node in greatest]
    assert estimated == pytest.approx([exact[node]["betweenness"] for node in greatest], rel=0.35)
    assert {first[node]["community"] for node in first} == set(range(max(n["community"] for n in first.values()) + 1))
