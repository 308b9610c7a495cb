"""GraphML and GEXF."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph_builder.core.result import Result
from graph_builder.export import networks
from tests.support.samples import ENTITY_IDS, sample_result

Write = Callable[[Result, Path], None]
Read = Callable[[Path], "nx.Graph[str]"]
OF_RELATIONS: list[tuple[Write, Read]] = [
    (networks.write_relations_graphml, nx.read_graphml),
    (networks.write_relations_gexf, nx.read_gexf),
]
OF_COOCCURRENCE: list[tuple[Write, Read]] = [
    (networks.write_cooccurrence_graphml, nx.read_graphml),
    (networks.write_cooccurrence_gexf, nx.read_gexf),
]


def _again(write: Write, read: Read, result: Result, folder: Path) -> nx.Graph[str]:
    write(result, folder / "t")
    return read(folder / "t")


def _edge(attributes: dict[str, Any]) -> dict[str, Any]:
    """An edge's attributes as XML can hold them."""
    plain = dict(attributes)
    plain["relations"] = list(plain["relations"])
    plain["evidence"] = [
        {name: getattr(item, name) for name in ("document", "start", "end", "trigger_start", "trigger", "rule")}
        for item in plain["evidence"]
    ]
    return plain


@pytest.mark.parametrize(("write", "read"), OF_RELATIONS)
def test_networks_relations_round_trip(tmp_path: Path, write: Write, read: Read) -> None:
    result = sample_result()
    again = _again(write, read, result, tmp_path)
    assert again.is_directed()
    for node, attributes in result.relations.nodes(data=True):
        assert attributes.items() <= again.nodes[node].items()
        assert again.nodes[node]["label"] == attributes["name"]
    expected = {
        (subject, predicate, obj): _edge(data)
        for subject, obj, predicate, data in result.relations.edges(keys=True, data=True)
    }
    found = {}
    for subject, obj, data in again.edges(data=True):
        data["relations"], data["evidence"] = json.loads(data["relations"]), json.loads(data["evidence"])
        found[subject, data["predicate"], obj] = data
    assert found.keys() == expected.keys()
    assert all(expected[edge].items() <= found[edge].items() for edge in expected)
    assert all(data["weight"] == data["count"] for data in found.values())


@pytest.mark.parametrize(("write", "read"), OF_COOCCURRENCE)
def test_networks_cooccurrence_round_trips(tmp_path: Path, write: Write, read: Read) -> None:
    result = sample_result()
    again = _again(write, read, result, tmp_path)
    assert not again.is_directed()
    assert set(again) == set(result.cooccurrence)
    assert again.number_of_edges() == result.cooccurrence.number_of_edges()
    for source, target, attributes in result.cooccurrence.edges(data=True):
        assert attributes.items() <= again.edges[source, target].items()


@pytest.mark.parametrize(("write", "read"), OF_RELATIONS)
def test_networks_parallel_edges_round_trip_with_unique_ids(tmp_path: Path, write: Write, read: Read) -> None:
    result = sample_result()
    parallel = result.relations.copy()
    layla, sami = ENTITY_IDS["ليلى المنصوري"], ENTITY_IDS["سامي الحداد"]
    parallel.add_edge(layla, sami, key="support", **parallel.edges[layla, sami, "consult"])
    again = _again(write, read, replace(result, relations=parallel), tmp_path)
    assert again.is_multigraph()
    edges = list(again.edges(data=True))
    assert {data["predicate"] for source, target, data in edges if (source, target) == (layla, sami)} == {
        "consult",
        "support",
    }
    assert len({data["id"] for _, _, data in edges}) == len(edges) == parallel.number_of_edges()


@pytest.mark.parametrize(("write", "read"), OF_RELATIONS + OF_COOCCURRENCE)
def test_networks_replace_characters_invalid_in_xml(tmp_path: Path, write: Write, read: Read) -> None:
    result = sample_result()
    node = ENTITY_IDS["حلب"]
    for graph in (result.cooccurrence, result.relations):
        graph.nodes[node].update(name='حلب\x00\x0b\ud800\uffff\r<&">', name_latin=None)
    again = _again(write, read, result, tmp_path)
    assert again.nodes[node]["name"] == 'حلب\ufffd\ufffd\ufffd\ufffd\ufffd<&">'
    assert "name_latin" not in again.nodes[node]


@pytest.mark.parametrize("write", [networks.write_relations_gexf, networks.write_cooccurrence_gexf])
def test_gexf_has_positions_and_no_modification_date(tmp_path: Path, write: Write) -> None:
    again = _again(write, nx.read_gexf, sample_result(), tmp_path)
    text = (tmp_path / "t").read_text(encoding="utf-8")
    assert "lastmodifieddate" not in text and str(date.today().year) not in text
    for _, data in again.nodes(data=True):
        assert (data["viz"]["position"]["x"], -data["viz"]["position"]["y"]) == (data["x"], data["y"])


@pytest.mark.parametrize("graph", [nx.Graph, nx.MultiDiGraph])
def test_gexf_without_nodes_is_read(tmp_path: Path, graph: type[nx.Graph[str]]) -> None:
    result = replace(sample_result(), cooccurrence=graph())
    again = _again(networks.write_cooccurrence_gexf, nx.read_gexf, result, tmp_path)
    assert len(again) == again.number_of_edges() == 0


@pytest.mark.slow
def test_gexf_is_streamed(tmp_path: Path) -> None:
    result = sample_result()
    node = result.cooccurrence.nodes[ENTITY_IDS["حلب"]]
    many: nx.Graph[str] = nx.Graph()
    many.add_nodes_from((f"{number:05}", node) for number in range(5_000))
    tracemalloc.start()
    try:
        networks.write_cooccurrence_gexf(replace(result, cooccurrence=many), tmp_path / "t")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < (tmp_path / "t").stat().st_size / 2
