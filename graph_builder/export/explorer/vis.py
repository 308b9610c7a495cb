"""The networks as data for vis-network, the drawing library, which comes with pyvis.

The page of pyvis loads style sheets from a remote host and runs a simulation in the browser, so only its options and
its copy of the vis-network script are used. The style sheet beside the script is left out, because it is for an
editing toolbar, settings and tooltips that the page does not have.
"""

from __future__ import annotations

import heapq
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

import networkx as nx
from pyvis.network import Network

from graph_builder.export.overview import named_communities

Json = dict[str, Any]

_OPTIONS: Json = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "multiselect": False, "tooltipDelay": 0},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3},
    "edges": {"smooth": False, "selectionWidth": 1, "hoverWidth": 1},
}
# Options are merged into those of the network shown before, so each states the ends of its edges.
_ARROWS: Json = {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}}
_NO_ARROWS: Json = {"arrows": {"to": {"enabled": False}}}
_MEASURES = ("degree", "pagerank", "betweenness", "community")


def vis_script() -> str:
    """Return the source of vis-network, without its reference to a source map."""
    versions = [f for f in (resources.files("pyvis") / "lib").iterdir() if f.name.startswith("vis-")]
    newest = max(versions, key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.name)])
    source = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"^//# sourceMappingURL=.*$", "", source.replace("\r\n", "\n"), flags=re.MULTILINE).strip()


def network(graph: nx.Graph[str], entities: Mapping[str, int]) -> Json:
    """Return the `nodes` of a graph, strongest first, the `options` of vis-network, and the `order` of display.

    Nodes have the index of their entity, coordinates and measures; `communities` are the names, in Arabic and English,
    of those of more than one member. The page creates the edges, as their number and weight depend on its filters.
    """
    drawn = Network(directed=True, cdn_resources="in_line")
    ends = _ARROWS if graph.is_directed() else _NO_ARROWS
    drawn.set_options(json.dumps(_OPTIONS | {"edges": _OPTIONS["edges"] | ends}))
    *_, options = drawn.get_network_data()
    ranked = _ranked(graph)
    # Not by pyvis, which takes quadratic time.
    measured = {key: [graph.nodes[identifier][key] for identifier in ranked] for key in ("x", "y", *_MEASURES)}
    return {
        "nodes": {"id": [entities[identifier] for identifier in ranked], **measured},
        "order": [entities[identifier] for identifier in coherent(graph)],
        "options": json.loads(options),
        "communities": [[each.name.arabic, each.name.english] for each in named_communities(graph, 2)],
    }


def coherent(graph: nx.Graph[str]) -> list[str]:
    """Return the nodes with neighbours in an order of which every prefix, within a component, is connected.

    The largest component comes first. In each, the strongest node, by PageRank, is followed by the strongest neighbour
    of the nodes before, and so on.
    """
    rank = {node: number for number, node in enumerate(_ranked(graph))}
    simple: nx.Graph[int] = nx.Graph(
        (rank[source], rank[target]) for source, target in graph.edges() if source != target
    )
    order: list[int] = []
    for members in sorted(nx.connected_components(simple), key=lambda members: (-len(members), min(members))):
        waiting = [min(members)]
        reached = set(waiting)
        while waiting:
            node = heapq.heappop(waiting)
            order.append(node)
            for neighbour in set(simple[node]) - reached:
                heapq.heappush(waiting, neighbour)
                reached.add(neighbour)
    nodes = list(rank)
    return [nodes[number] for number in order]


def _ranked(graph: nx.Graph[str]) -> list[str]:
    return sorted(graph, key=lambda identifier: (-graph.nodes[identifier]["pagerank"], identifier))
