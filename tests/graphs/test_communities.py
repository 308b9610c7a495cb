"""The names of communities."""

from __future__ import annotations

import networkx as nx

from graph_builder.graphs import with_measures
from graph_builder.graphs.communities import community_names
from tests.support.samples import sample_result


def _graph(*members: tuple[str, str, str, float]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for name, latin, kind, pagerank in members:
        graph.add_node(name, name=name, name_latin=latin, kind=kind, pagerank=pagerank, community=0)
    return graph


def test_a_community_is_named_by_two_actors_and_a_place() -> None:
    graph = _graph(
        ("سوريا", "Syria", "LOC", 0.4),
        ("دمشق", "Damascus", "LOC", 0.3),
        ("لافروف", "Lavrov", "PER", 0.2),
        ("الأمم المتحدة", "United Nations", "ORG", 0.06),
        ("دي ميستورا", "", "PER", 0.04),
    )
    assert community_names(graph) == {0: ("لافروف، الأمم المتحدة · سوريا", "Lavrov, United Nations · Syria")}


def test_a_community_without_places_or_of_places_alone_has_three_names() -> None:
    people = _graph(*((name, latin, "PER", rank) for name, latin, rank in (("أ", "A", 3), ("ب", "", 2), ("ج", "C", 1))))
    assert community_names(people) == {0: ("أ، ب، ج", "A, ب, C")}
    places = _graph(*((name, name, "LOC", 1 / rank) for rank, name in enumerate("abcd", start=1)))
    assert community_names(places) == {0: ("a، b، c", "a, b, c")}


def test_every_node_has_the_name_of_its_community() -> None:
    for graph in (sample_result().cooccurrence, sample_result().relations):
        names = {node["community"]: node["community_name"] for _, node in graph.nodes(data=True)}
        assert len(set(names.values())) == len(names)
        assert all(node["community_name"] == names[node["community"]] for _, node in graph.nodes(data=True))


def test_nodes_without_names_are_called_by_their_ids() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", count=1)
    assert with_measures(graph).nodes["a"]["community_name"] in ("a، b", "b، a")
