from __future__ import annotations

from typing import Any, TypeVar

import networkx as nx

from graph_builder.export.explorer.vis import coherent, cooccurrence_network, relation_network, vis_script

G = TypeVar("G", bound="nx.Graph[str]")

NODES = ("a", "b", "c")
INDEX = {"a": 0, "b": 1, "c": 2}


def _with_nodes(graph: G) -> G:
    for number, (node, pagerank) in enumerate(zip(NODES, (0.2, 0.5, 0.3), strict=True)):
        graph.add_node(node, kind="PER", pagerank=pagerank, degree=2, x=10.5 * number, y=-3.25)
    return graph


def _relations() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = _with_nodes(nx.MultiDiGraph())
    graph.add_edge("a", "b", key="support", count=3, relations=("r2", "r1"))
    graph.add_edge("a", "b", key="accuse", count=1, relations=("r3",))
    graph.add_edge("b", "a", key="reject", count=1, relations=("r4",))
    graph.add_edge("c", "a", key="aid", count=1, relations=("r5",))
    return graph


def _drawn() -> dict[str, dict[str, Any]]:
    numbers = {f"r{number}": number for number in range(6)}
    return {edge["id"]: edge for edge in relation_network(_relations(), INDEX, numbers)["edges"]}


def test_the_library_names_no_source_map() -> None:
    script = vis_script()
    assert "sourceMappingURL" not in script
    assert "@license" in script
    assert len(script) > 400_000


def test_parallel_edges_are_drawn_as_one() -> None:
    edges = _drawn()
    assert set(edges) == {"0-1", "1-0", "2-0"}
    assert edges["0-1"]["predicates"] == ["accuse", "support"]
    assert edges["0-1"]["relations"] == [1, 2, 3]
    assert edges["0-1"]["count"] == 4
    assert edges["0-1"]["width"] > edges["1-0"]["width"]


def test_edges_both_ways_keep_apart() -> None:
    edges = _drawn()
    assert edges["0-1"]["smooth"]["type"] == edges["1-0"]["smooth"]["type"] == "curvedCW"
    assert "smooth" not in edges["2-0"]


def test_nodes_stand_where_the_layout_put_them_the_strongest_first_and_largest() -> None:
    nodes = relation_network(_relations(), INDEX, {f"r{number}": number for number in range(6)})["nodes"]
    assert [(node["id"], node["x"], node["y"]) for node in nodes] == [(1, 10.5, -3.25), (2, 21.0, -3.25), (0, 0, -3.25)]
    assert nodes[0]["size"] > nodes[1]["size"] > nodes[2]["size"]


def test_nothing_moves_and_only_relations_point() -> None:
    relations = relation_network(_with_nodes(nx.MultiDiGraph()), INDEX, {})
    graph: nx.Graph[str] = _with_nodes(nx.Graph())
    graph.add_edge("c", "b", count=4, documents=2, npmi=0.25)
    together = cooccurrence_network(graph, INDEX)
    for network in (relations, together):
        assert network["options"]["physics"] == {"enabled": False}
    assert relations["options"]["edges"]["arrows"]["to"]["enabled"]
    assert not together["options"]["edges"]["arrows"]["to"]["enabled"]
    (edge,) = together["edges"]
    assert (edge["from"], edge["to"], edge["id"]) == (1, 2, "1-2")
    assert (edge["count"], edge["documents"], edge["npmi"]) == (4, 2, 0.25)
    assert "arrows" not in edge


def test_nodes_come_into_the_picture_hanging_together() -> None:
    ranks = "qabcdepz"  # q, the strongest, is tied to p only, and z to nobody
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, node in enumerate(ranks):
        graph.add_node(node, pagerank=1 - number / 10)
    graph.add_edges_from([("q", "p"), ("a", "d"), ("d", "b"), ("e", "a"), ("b", "c"), ("c", "b"), ("z", "z")])
    assert "".join(coherent(graph)) == "adbceqp"


def test_the_order_names_entities() -> None:
    assert relation_network(_relations(), INDEX, {f"r{number}": number for number in range(6)})["order"] == [1, 0, 2]


def test_a_graph_of_nothing_is_drawn() -> None:
    assert relation_network(nx.MultiDiGraph(), {}, {})["nodes"] == []
    assert cooccurrence_network(nx.Graph(), {})["edges"] == cooccurrence_network(nx.Graph(), {})["order"] == []
