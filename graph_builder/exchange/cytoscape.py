"""The networks for Cytoscape: JSON that Cytoscape and Cytoscape.js open as it is, and tables of nodes and edges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from graph_builder.exchange import networks
from graph_builder.io.build_files import of_this_version
from graph_builder.io.tables import write_csv, write_json_elements


def write(build: Path, folder: Path) -> None:
    """Write relations.cyjs, cooccurrence.cyjs, cytoscape-nodes.csv and cytoscape-edges.csv (affirmed relations).

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
        OSError: When a file cannot be written.
    """
    with of_this_version(build):
        for network, columns in (("relations", networks.EDGE), ("cooccurrence", networks.PAIR)):
            with (folder / f"{network}.cyjs").open("w", encoding="utf-8", newline="\n") as file:
                _write_json(file, network, _nodes(build, network), _edges(build, network, columns))
        nodes = (node["data"] for node in _nodes(build, "relations"))
        write_csv(folder / "cytoscape-nodes.csv", nodes, ("id", "name", *networks.NODE), marked=False)
        edges = (edge["data"] for edge in _edges(build, "relations", networks.EDGE))
        ends = ("source", "interaction", "target", "id", "label", "weight")
        write_csv(folder / "cytoscape-edges.csv", edges, (*ends, *networks.EDGE), marked=False)


def _write_json(file: TextIO, name: str, nodes: Iterable[Any], edges: Iterable[Any]) -> None:
    """Write a network in the form of Cytoscape.js, one element a line."""
    start = {"format_version": "1.0", "generated_by": "graph_builder", "target_cytoscapejs_version": "~3"}
    data = {"name": name, "shared_name": name}
    file.write(f'{json.dumps(start)[:-1]}, "data": {json.dumps(data)},\n"elements": {{\n"nodes": [')
    write_json_elements(file, nodes)
    file.write('],\n"edges": [')
    write_json_elements(file, edges)
    file.write("]\n}}\n")


def _nodes(build: Path, network: str) -> Iterator[dict[str, Any]]:
    for key, node in networks.nodes(build, network):
        data = {"id": key, "name": node["label"], **{column: node[column] for column in networks.NODE}}
        yield {"data": data, "position": {axis: node[axis] for axis in ("x", "y")}}


def _edges(build: Path, network: str, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for edge in networks.edges(build, network):
        data = {"id": edge.attributes["id"], "source": edge.source, "target": edge.target}
        data["interaction"] = edge.attributes.get("predicate", "cooccurrence")
        data |= {"label": edge.label, "weight": edge.attributes["weight"]}
        yield {"data": data | {column: edge.attributes[column] for column in columns}}
