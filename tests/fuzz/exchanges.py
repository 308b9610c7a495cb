"""Every format for other tools, given any build: its files are read by who reads such files."""

from __future__ import annotations

import csv
import itertools
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph

from graph_builder.exchange import export
from graph_builder.io import build_files as written

FORMATS = ("cytoscape", "ftm", "gephi", "neo4j", "schemaorg")

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_STRING = re.compile(r"'(?:[^'\\]|\\[\\'nrt])*'")
_CODE = re.compile(r"[\sA-Za-z0-9_:;,.+=\[\](){}<>-]*")


def exchanged(build: Path) -> None:
    """Write a build in every format for other tools, and read every file of them."""
    with tempfile.TemporaryDirectory() as place:
        for name in FORMATS:
            export(build, name, Path(place))
        for path in Path(place).glob("*.csv"):
            table(path)
        for path in Path(place).glob("*.cypher"):
            statements(path)
        for path in Path(place).glob("*.cyjs"):
            network(path)
        entities = ftm(Path(place) / "entities.ftm.json")
        ids = {entity["id"] for entity in entities}
        assert len(ids) == len(entities)
        assert ids >= {row["id"] for name in ("documents", "entities") for row in written.rows(build, f"{name}.jsonl")}
        list(pyoxigraph.parse(path=Path(place) / "schemaorg.jsonld"))


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a table, whose cells no spreadsheet runs."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header, *rows = reader
    for cell in (cell for row in rows for cell in row):
        assert not _FORMULA.match(cell) or _NUMBER.fullmatch(cell), (path.name, cell)
        assert "\n" not in cell and "\r" not in cell
    return [dict(zip(header, row, strict=True)) for row in rows]


def statements(path: Path) -> list[str]:
    """The statements of a script, without semicolons, in which texts stand only as literals."""
    text = path.read_bytes().decode("utf-8")
    assert _CODE.fullmatch(_STRING.sub("", text))
    ends = [0, *(found.end() for found in re.finditer(r";\n", _STRING.sub(lambda found: "x" * len(found[0]), text)))]
    return [text[start:end].removesuffix(";\n") for start, end in itertools.pairwise(ends)]


def network(path: Path) -> nx.MultiDiGraph[str]:
    """The network of a file for Cytoscape, with the data of its elements."""
    elements = json.loads(path.read_bytes())["elements"]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((node["data"]["id"], {**node["data"], **node["position"]}) for node in elements["nodes"])
    before = graph.number_of_nodes()
    for edge in elements["edges"]:
        data = edge["data"]
        graph.add_edge(data["source"], data["target"], data["interaction"], **data)
    assert graph.number_of_nodes() == before
    return graph


def ftm(path: Path) -> list[dict[str, Any]]:
    """The entities of a file of FollowTheMoney."""
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").splitlines()]
