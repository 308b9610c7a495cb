"""Both graphs as GraphML and GEXF, for Gephi, Cytoscape, igraph and networkx.

Attributes are those of the graphs. Those without a type in XML, the ids of an edge's relations and its evidence, are
written as JSON in a string. Added are the attributes that those programs look for by name: `label`, and the `weight` of
an edge, which is its count. The id of an edge is unique, as some programs require; its predicate is an attribute.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graph_builder.core.result import Result
from graph_builder.core.values import Evidence
from graph_builder.export.relations import row

# Characters that XML 1.0 cannot represent, even as references, and the carriage return, which parsers replace.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def write_relations_graphml(result: Result, path: Path) -> None:
    """Write the graph of relations as GraphML.

    Raises:
        OSError: If the file cannot be written.
    """
    _write_graphml(result.relations, path)


def write_relations_gexf(result: Result, path: Path) -> None:
    """Write the graph of relations as GEXF 1.2.

    Raises:
        OSError: If the file cannot be written.
    """
    _write_gexf(result.relations, path)


def write_cooccurrence_graphml(result: Result, path: Path) -> None:
    """Write the graph of co-occurrence as GraphML.

    Raises:
        OSError: If the file cannot be written.
    """
    _write_graphml(result.cooccurrence, path)


def write_cooccurrence_gexf(result: Result, path: Path) -> None:
    """Write the graph of co-occurrence as GEXF 1.2.

    Raises:
        OSError: If the file cannot be written.
    """
    _write_gexf(result.cooccurrence, path)


def _write_graphml(graph: nx.Graph[str], path: Path) -> None:
    flat: nx.Graph[str] = type(graph)()
    for node, data in _nodes(graph):
        flat.add_node(node, **data)
    for source, target, data in _edges(graph):
        flat.add_edge(source, target, **data)
    with path.open("wb") as file:
        nx.write_graphml_lxml(flat, file, edge_id_from_attribute="id")  # node by node, not as one tree
        file.write(b"\n")


def _write_gexf(graph: nx.Graph[str], path: Path) -> None:
    """Write GEXF by networkx's writer, one node or edge at a time, to save memory.

    GEXF declares the attributes first, so nodes and edges are kept in temporary files until all attributes are known.
    """
    writer = GEXFWriter()
    writer.add_graph(type(graph)())
    writer.xml.attrib = {"xmlns:viz": writer.NS_VIZ, **writer.xml.attrib}
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    with tempfile.TemporaryFile(dir=path.parent) as nodes, tempfile.TemporaryFile(dir=path.parent) as edges:
        for node, data in _nodes(graph):
            alone: nx.Graph[str] = type(graph)()
            alone.add_node(node, **data)
            element = _made(writer.add_nodes, alone)
            position = {"x": str(data["x"]), "y": str(-data["y"]), "z": "0.0"}  # y grows upwards in GEXF
            element.insert(0, Element("viz:position", position))
            nodes.write(_indented(writer, element))
        for source, target, data in _edges(graph):
            alone = type(graph)()
            alone.add_edge(source, target, **data)
            edges.write(_indented(writer, _made(writer.add_edges, alone)))
        frame = b"<?xml version='1.0' encoding='utf-8'?>\n" + str(writer).encode("utf-8")
        with path.open("wb") as file:
            for name, draft in ((b"nodes", nodes), (b"edges", edges)):
                before, empty, frame = frame.partition(b"<%s />" % name)
                file.write(before)
                if not draft.tell():
                    file.write(empty)
                    continue
                draft.seek(0)
                file.write(b"<%s>" % name)
                shutil.copyfileobj(draft, file)
                file.write(b"\n    </%s>" % name)
            file.write(frame)


def _made(add: Callable[[nx.Graph[str], Element], None], alone: nx.Graph[str]) -> Element:
    """Return the element that a method of the writer creates for a graph with one node or edge."""
    holder = Element("graph")
    add(alone, holder)
    return holder[0][0]


def _indented(writer: GEXFWriter, element: Element) -> bytes:
    """Return an element of the third level on lines of its own, as the writer would indent it."""
    writer.indent(element, 3)
    element.tail = None
    return b"\n      " + tostring(element, "unicode").encode("utf-8")


def _nodes(graph: nx.Graph[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the nodes, sorted, with attributes that XML can represent."""
    for node in sorted(graph):
        yield node, {"label": _plain(graph.nodes[node]["name"]), **_attributes(graph.nodes[node])}


def _edges(graph: nx.Graph[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the edges, sorted, with attributes that XML can represent, and unique ids."""
    if isinstance(graph, nx.MultiDiGraph):
        for source, target, predicate in sorted(graph.edges(keys=True)):
            data = _attributes(graph.edges[source, target, predicate])
            edge = {"id": f"{source}-{predicate}-{target}", "label": predicate, "predicate": predicate}
            yield source, target, {"key": predicate, **edge, "weight": data["count"], **data}
    else:
        for source, target in sorted((min(pair), max(pair)) for pair in graph.edges()):
            data = _attributes(graph.edges[source, target])
            yield source, target, {"id": f"{source}-{target}", "weight": data["count"], **data}


def _attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in attributes.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        value = json.dumps([row(v) if isinstance(v, Evidence) else v for v in value], ensure_ascii=False)
    return _ILLEGAL.sub("\ufffd", value) if isinstance(value, str) else value
