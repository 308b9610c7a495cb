"""The drawn networks. The only module that knows pyvis, and through it vis-network, the library that draws.

pyvis's own page asks a remote host for its style sheets and lets a simulation run in the browser, so only its network
is taken, with the script of vis-network that comes in its package. The style sheet that comes beside it dresses the
editing toolbar, the settings and the tooltips, none of which the page has, and stays out.
"""

from __future__ import annotations

import heapq
import json
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import networkx as nx
from pyvis.network import Network

Json = dict[str, Any]

# The layout keeps nodes 60 apart: between two of the largest there is room for the head of the thickest arrow.
_SMALLEST, _LARGEST = 7.0, 20.0  # radius of a node, in units of the layout
_THINNEST, _THICKEST = 1.0, 4.0  # width of an edge
_CURVE = 0.16  # how far the two edges of a pair that is tied both ways keep apart

_OPTIONS: Json = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "multiselect": False, "tooltipDelay": 0},
    "groups": {"PER": {"shape": "dot"}, "LOC": {"shape": "diamond"}, "ORG": {"shape": "square"}},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3},
    "edges": {"smooth": False, "selectionWidth": 1, "hoverWidth": 1},
}
# Options are laid over those of the view before, so each view says what its lines end in.
_ARROWS: Json = {"arrows": {"to": {"enabled": True, "scaleFactor": 0.55}}}
_NO_ARROWS: Json = {"arrows": {"to": {"enabled": False}}}


def vis_script() -> str:
    """The source of vis-network, without the line that names a source map."""
    versions = [f for f in (resources.files("pyvis") / "lib").iterdir() if f.name.startswith("vis-")]
    newest = max(versions, key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.name)])
    source = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"^//# sourceMappingURL=.*$", "", source.replace("\r\n", "\n"), flags=re.MULTILINE).strip()


def relation_network(graph: nx.MultiDiGraph[str], entities: Mapping[str, int], relations: Mapping[str, int]) -> Json:
    """The relation graph: `nodes`, `edges` and `options` of vis-network, and the `order` in which nodes are shown.

    The edges from one node to another are drawn as one, with their `predicates`, the indices of their `relations` and
    the `count` of their evidence. Nodes bear the index of their entity.
    """
    bundles: dict[tuple[str, str], list[tuple[str, Json]]] = defaultdict(list)
    for subject, target, predicate, edge in graph.edges(keys=True, data=True):
        bundles[subject, target].append((predicate, edge))
    network = _with_nodes(graph, entities, _ARROWS)
    heaviest = max((_count(bundle) for bundle in bundles.values()), default=1)
    for (subject, target), bundle in sorted(bundles.items()):
        both_ways = (target, subject) in bundles and subject != target
        curve = {"smooth": {"enabled": True, "type": "curvedCW", "roundness": _CURVE}} if both_ways else {}
        network.add_edge(
            entities[subject],
            entities[target],
            id=f"{entities[subject]}-{entities[target]}",
            count=_count(bundle),
            width=_width(_count(bundle), heaviest),
            predicates=sorted(predicate for predicate, _ in bundle),
            relations=sorted(relations[identifier] for _, edge in bundle for identifier in edge["relations"]),
            **curve,
        )
    return _plain(network) | {"order": [entities[identifier] for identifier in coherent(graph)]}


def cooccurrence_network(graph: nx.Graph[str], entities: Mapping[str, int]) -> Json:
    """The co-occurrence graph: `nodes`, `edges` and `options` of vis-network, and the `order` of nodes.

    Edges bear `count`, `documents` and `npmi`; nodes the index of their entity.
    """
    network = _with_nodes(graph, entities, _NO_ARROWS)
    pairs = {tuple(sorted((entities[a], entities[b]))): graph.edges[a, b] for a, b in graph.edges()}
    heaviest = max((edge["count"] for edge in pairs.values()), default=1)
    for (left, right), edge in sorted(pairs.items(), key=lambda item: item[0]):
        network.add_edge(
            left,
            right,
            id=f"{left}-{right}",
            count=edge["count"],
            documents=edge["documents"],
            npmi=round(edge["npmi"], 6),
            width=_width(edge["count"], heaviest),
        )
    return _plain(network) | {"order": [entities[identifier] for identifier in coherent(graph)]}


def coherent(graph: nx.Graph[str]) -> list[str]:
    """The nodes that have neighbours, in an order of which every beginning hangs together.

    The largest component comes first. In each the strongest node, by PageRank, is followed by the strongest neighbour
    of those before, and so on.
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


def _with_nodes(graph: nx.Graph[str], entities: Mapping[str, int], ends: Json) -> Network:
    # Told that it is undirected, pyvis compares each new edge with all before it.
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS | {"edges": _OPTIONS["edges"] | ends}))
    strongest = max((graph.nodes[identifier]["pagerank"] for identifier in graph), default=0.0) or 1.0
    for identifier in _ranked(graph):
        node = graph.nodes[identifier]
        network.add_node(
            entities[identifier],
            group=node["kind"],
            degree=node["degree"],
            size=round(_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(node["pagerank"] / strongest), 1),
            x=node["x"],
            y=node["y"],
        )
    return network


def _ranked(graph: nx.Graph[str]) -> list[str]:
    return sorted(graph, key=lambda identifier: (-graph.nodes[identifier]["pagerank"], identifier))


def _count(bundle: Sequence[tuple[str, Json]]) -> int:
    return sum(edge["count"] for _, edge in bundle)


def _width(count: int, heaviest: int) -> float:
    return round(_THINNEST + (_THICKEST - _THINNEST) * math.log(max(count, 1)) / math.log(max(heaviest, 8)), 2)


def _plain(network: Network) -> Json:
    nodes, edges, _, _, _, options = network.get_network_data()
    # Names stand in the page once, with their entities; shapes and arrows are the options' for all.
    return {
        "nodes": [{key: value for key, value in node.items() if key not in ("label", "shape")} for node in nodes],
        "edges": [{key: value for key, value in edge.items() if key != "arrows"} for edge in edges],
        "options": json.loads(options),
    }
