"""Both graphs as GraphML and GEXF, for Gephi, Cytoscape, igraph and networkx.

Attributes are those of the graphs. What XML has no type for is written as JSON in a string: the ids of an edge's
relations, and its evidence. Beside them stand what those programs look for by name: `label`, and an edge's `weight`,
which is its count. As a program may take an edge's id for unique, it is not the predicate: that is an attribute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graph_builder.export.relations import row
from graph_builder.export.result import Result
from graph_builder.values import Evidence

# What XML 1.0 cannot hold, not even as a reference; and the carriage return, which a parser turns into a line feed.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def write_relations_graphml(result: Result, path: Path) -> None:
    """Write the graph of relations as GraphML.

    Raises OSError.
    """
    _write_graphml(result.relations, path)


def write_relations_gexf(result: Result, path: Path) -> None:
    """Write the graph of relations as GEXF 1.2.

    Raises OSError.
    """
    _write_gexf(result.relations, path)


def write_cooccurrence_graphml(result: Result, path: Path) -> None:
    """Write the graph of co-occurrence as GraphML.

    Raises OSError.
    """
    _write_graphml(result.cooccurrence, path)


def write_cooccurrence_gexf(result: Result, path: Path) -> None:
    """Write the graph of co-occurrence as GEXF 1.2.

    Raises OSError.
    """
    _write_gexf(result.cooccurrence, path)


def _write_graphml(graph: nx.Graph[str], path: Path) -> None:
    with path.open("wb") as file:
        nx.write_graphml_lxml(_flat(graph), file, edge_id_from_attribute="id")  # node by node, not as one tree
        file.write(b"\n")


def _write_gexf(graph: nx.Graph[str], path: Path) -> None:
    flat = _flat(graph)
    for _, data in flat.nodes(data=True):
        data["viz"] = {"position": {"x": data["x"], "y": -data["y"], "z": 0.0}}  # y grows upwards in GEXF
    writer = GEXFWriter()
    writer.add_graph(flat)
    del flat
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    with path.open("wb") as file:
        writer.write(file)


def _flat(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The graph with attributes that XML can hold, sorted, and ids of edges that are unique."""
    flat: nx.Graph[str] = type(graph)()
    for node in sorted(graph):
        flat.add_node(node, label=_plain(graph.nodes[node]["name"]), **_attributes(graph.nodes[node]))
    if isinstance(graph, nx.MultiDiGraph):
        for source, target, predicate in sorted(graph.edges(keys=True)):
            data = _attributes(graph.edges[source, target, predicate])
            edge = {"id": f"{source}-{predicate}-{target}", "label": predicate, "predicate": predicate}
            flat.add_edge(source, target, key=predicate, **edge, weight=data["count"], **data)
    else:
        for source, target in sorted((min(pair), max(pair)) for pair in graph.edges()):
            data = _attributes(graph.edges[source, target])
            flat.add_edge(source, target, id=f"{source}-{target}", weight=data["count"], **data)
    return flat


def _attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in attributes.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        value = json.dumps([row(v) if isinstance(v, Evidence) else v for v in value], ensure_ascii=False)
    return _ILLEGAL.sub("\ufffd", value) if isinstance(value, str) else value
