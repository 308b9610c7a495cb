"""The graph for vis-network."""

from __future__ import annotations

from typing import Any, TypeVar

import networkx as nx

from graph_builder.export.explorer.vis import coherent, network, vis_script

G = TypeVar("G", bound="nx.Graph[str]")

NODES = ("a", "b", "c")
INDEX = {"a": 0, "b": 1, "c": 2}


def _with_nodes(graph: G) -> G:
    for number, (node, pagerank) in enumerate(zip(NODES, (0.2, 0.5, 0.3), strict=True)):
        graph.add_node(node, pagerank=pagerank, degree=2, betweenness=0.25, x=10.5 * number, y=-3.25)
        graph.nodes[node].update(community=number, community_name=f"{node}، ب", community_name_latin=f"{node}, b")
    return graph


def _relations() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = _with_nodes(nx.MultiDiGraph())
    for subject, target, predicate in ("ab+", "ab-", "ba-", "ca+"):
        graph.add_edge(subject, target, key=predicate)
    return graph


def test_vis_library_names_no_source_map() -> None:
    script = vis_script()
    assert "sourceMappingURL" not in script
    assert "@license" in script
    assert len(script) > 400_000


def test_vis_nodes_have_layout_positions_strongest_first() -> None:
    nodes = network(_relations(), INDEX)["nodes"]
    assert list(zip(nodes["id"], nodes["x"], nodes["y"], strict=True)) == [
        (1, 10.5, -3.25),
        (2, 21.0, -3.25),
        (0, 0, -3.25),
    ]
    assert nodes["community"] == [1, 2, 0]
    assert nodes["pagerank"] == [0.5, 0.3, 0.2]
    assert nodes["betweenness"] == [0.25] * 3 and nodes["degree"] == [2] * 3


def test_vis_physics_is_off_and_only_relations_have_arrows() -> None:
    relations = network(_relations(), INDEX)["options"]
    together: dict[str, Any] = network(_with_nodes(nx.Graph()), INDEX)["options"]
    assert relations["physics"] == together["physics"] == {"enabled": False}
    assert relations["edges"]["arrows"]["to"]["enabled"]
    assert not together["edges"]["arrows"]["to"]["enabled"]


def test_vis_order_of_nodes_is_connected() -> None:
    ranks = "qabcdepz"  # q, the strongest, is tied to p only, and z to nobody
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, node in enumerate(ranks):
        graph.add_node(node, pagerank=1 - number / 10)
    graph.add_edges_from([("q", "p"), ("a", "d"), ("d", "b"), ("e", "a"), ("b", "c"), ("c", "b"), ("z", "z")])
    assert "".join(coherent(graph)) == "adbceqp"


def test_vis_order_names_entities() -> None:
    assert network(_relations(), INDEX)["order"] == [1, 0, 2]


def test_vis_communities_of_several_members_have_names_in_both_languages() -> None:
    graph = _relations()
    assert network(graph, INDEX)["communities"] == []
    graph.nodes["b"].update(community=0, community_name="a، ب", community_name_latin="a, b")
    assert network(graph, INDEX)["communities"] == [["a، ب", "a, b"]]


def test_vis_empty_graph_is_drawn() -> None:
    assert network(nx.MultiDiGraph(), {})["order"] == network(nx.Graph(), {})["nodes"]["id"] == []
