"""Tables for Gephi and Cytoscape, and JSON for Cytoscape: the networks of the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.exchange import export
from graph_builder.exchange.statements import one_line
from graph_builder.lexicon import predicates
from tests.conftest import Rows
from tests.exchange.conftest import Exported
from tests.fuzz.exchanges import network, table
from tests.support.hostile import NAMES


def test_gephi_tables_equal_the_network(exported: Exported, seeds_output: Path) -> None:
    folder = exported("gephi")
    graph = nx.read_graphml(seeds_output / "relations.graphml", force_multigraph=True)
    nodes = {row["Id"]: row for row in table(folder / "gephi-nodes.csv")}
    assert {key: row["Label"] for key, row in nodes.items()} == dict(graph.nodes(data="name"))
    assert {key: int(row["degree"]) for key, row in nodes.items()} == dict(graph.nodes(data="degree"))
    edges = table(folder / "gephi-edges.csv")
    found = sorted((row["Source"], row["Target"], row["Kind"], float(row["Weight"])) for row in edges)
    assert found == sorted((*ends, data["predicate"], data["weight"]) for *ends, data in graph.edges(data=True))
    assert len({row["Id"] for row in edges}) == len(edges)
    for row in edges:
        assert row["Type"] == ("Undirected" if predicates()[row["Kind"]].symmetric else "Directed")
        assert row["sentence"] and row["origin"]


def test_gephi_cooccurrence_equals_the_table(exported: Exported, seeds_output: Path) -> None:
    pairs = table(exported("gephi") / "gephi-cooccurrence.csv")
    graph = nx.read_graphml(seeds_output / "cooccurrence.graphml")
    found = {(row["Source"], row["Target"]): float(row["npmi"]) for row in pairs}
    assert found == {(min(ends), max(ends)): data["npmi"] for *ends, data in graph.edges(data=True)}


def test_gephi_columns_differ_in_more_than_case(exported: Exported) -> None:
    """Gephi reads the names of columns in any case."""
    folder = exported("gephi")
    for path in folder.glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0].lower().split(",")
        assert len(set(header)) == len(header)


@pytest.mark.parametrize("name", ["relations", "cooccurrence"])
def test_cytoscape_json_equals_the_network(name: str, exported: Exported, seeds_output: Path) -> None:
    found = network(exported("cytoscape") / f"{name}.cyjs")
    graph = nx.read_graphml(seeds_output / f"{name}.graphml", force_multigraph=True)
    assert {key: (data["name"], data["x"], data["y"]) for key, data in found.nodes(data=True)} == {
        key: (data["name"], data["x"], data["y"]) for key, data in graph.nodes(data=True)
    }
    assert found.number_of_edges() == graph.number_of_edges()
    assert sum(data["weight"] for *_, data in found.edges(data=True)) == graph.size(weight="weight")


def test_cytoscape_tables_equal_the_json(exported: Exported) -> None:
    folder = exported("cytoscape")
    found = network(folder / "relations.cyjs")
    nodes, edges = (table(folder / f"cytoscape-{name}.csv") for name in ("nodes", "edges"))
    assert {row["id"] for row in nodes} == set(found)
    assert sorted((row["source"], row["target"], row["interaction"]) for row in edges) == sorted(found.edges(keys=True))


def test_network_edges_quote_a_sentence_of_their_article(exported: Exported, rows: Rows) -> None:
    titles = {row["source"]: row["title"] for row in rows("documents.jsonl")}
    for row in table(exported("cytoscape") / "cytoscape-edges.csv"):
        assert row["article"] == one_line(titles[row["origin"]])


def test_networks_keep_hostile_names(hostile: Path, tmp_path: Path) -> None:
    export(hostile, "cytoscape", tmp_path)
    export(hostile, "gephi", tmp_path)
    found = {data["name"] for _, data in network(tmp_path / "relations.cyjs").nodes(data=True)}
    assert found == set(map(one_line, NAMES))
    assert len(table(tmp_path / "gephi-nodes.csv")) == len(table(tmp_path / "cytoscape-nodes.csv")) == len(NAMES)


@pytest.mark.parametrize("content", [None, "<graphml"])
def test_networks_of_a_damaged_build_are_refused(content: str | None, seeds_output: Path, tmp_path: Path) -> None:
    build = tmp_path / "build"
    shutil.copytree(seeds_output, build)
    (build / "relations.graphml").unlink()
    if content is not None:
        (build / "relations.graphml").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"relations\.graphml (is missing|is damaged)"):
        export(build, "gephi", tmp_path / "out")
    assert list((tmp_path / "out").glob("*.csv")) == []
