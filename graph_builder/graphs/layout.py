"""The layout of graphs: coordinates that keep communities together and nodes apart."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TypeVar

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph_builder.graphs.forces import DECIMALS, Points, by_forces

G = TypeVar("G", bound="nx.Graph[str]")

SPACING = 110.0  # a drawing of n nodes takes about n squares of this side
CLEARANCE = 60.0  # approximate minimum distance of two nodes
FEW = 200  # maximum number of points that are compared pair by pair
AT_ONCE = 1000  # maximum number of nodes of a component that is laid out whole; a larger one starts with its core
CORE = 600  # number of nodes of a larger component, those with most neighbours, that are laid out by forces
REFINED = 100  # maximum number of rounds of forces on all nodes of a larger component
ROUNDS = 500  # maximum number of iterations that push close nodes apart
_GOLDEN = pi * (3 - sqrt(5))  # the golden angle, at which successive points do not overlap


def with_layout(graph: G, seed: int = 0) -> G:
    """Return a copy of the graph whose nodes have attributes `x` and `y`, in screen units, with two decimals.

    The origin is the centre, x grows to the right and y downwards. 100 nodes take about 1,100 units a side, 500 about
    2,500; a node should be drawn some 10 to 30 units wide. The largest connected component comes first, the others in
    rows beside and below it, nodes without neighbours last.

    Components are laid out by ForceAtlas2 in its LinLog mode, which separates communities (Jacomy et al., 2014; Noack,
    2009). Those of more than AT_ONCE nodes start with their CORE, around which the other nodes are placed; then
    forces move all nodes. Those that are still too close are pushed apart. 500 nodes take about half a second on one
    core, 5,000 about three. The same graph and seed give the same coordinates, whatever the order of nodes and edges;
    on other processors, too, because positions are rounded in each round.
    """
    ids = sorted(graph)
    rank = {node: number for number, node in enumerate(ids)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(ids)))
    ranked = ((rank[source], rank[target]) for source, target in graph.edges())
    simple.add_edges_from(sorted({(min(pair), max(pair)) for pair in ranked if pair[0] != pair[1]}))

    components = sorted((sorted(members) for members in nx.connected_components(simple)), key=lambda c: (-len(c), c))
    drawings = [_drawing(simple, members, seed) for members in components]
    placed = graph.copy()
    for members, points in zip(components, _in_rows(drawings), strict=True):
        for number, (x, y) in zip(members, points, strict=True):
            placed.nodes[ids[number]].update(x=round(float(x), 2) + 0.0, y=round(float(y), 2) + 0.0)
    return placed


def _drawing(graph: nx.Graph[int], members: list[int], seed: int) -> Points:
    """Return the non-negative coordinates of a component: (members, 2)."""
    if len(members) == 1:
        return np.zeros((1, 2))
    if len(members) == 2:
        return np.array([[0.0, 0.0], [SPACING, 0.0]])
    component: nx.Graph[int] = nx.Graph()
    component.add_nodes_from(members)
    component.add_edges_from((a, b) for a in members for b in sorted(graph[a]) if a < b)
    points = (_around_core if len(component) > AT_ONCE else _by_forces)(component, seed)
    extent = points.max(axis=0) - points.min(axis=0)
    points = points * (SPACING * sqrt(len(members)) / max(extent))
    if extent[1] > extent[0]:
        points = points[:, ::-1]
    points = _apart(points)
    lowest: Points = points.min(axis=0)
    return points - lowest


def _by_forces(component: nx.Graph[int], seed: int) -> Points:
    """Return the positions of the nodes in the order of the component, laid out by forces: (nodes, 2)."""
    start = np.random.RandomState(seed).rand(len(component), 2)
    return by_forces(start, _edges(component), min(300, 20 * len(component)))


def _edges(component: nx.Graph[int]) -> NDArray[np.intp]:
    """Return the places of the ends of each edge in the order of the component: (edges, 2)."""
    place = {node: number for number, node in enumerate(component)}
    return np.array([(place[a], place[b]) for a, b in component.edges], dtype=np.intp).reshape(-1, 2)


def _around_core(component: nx.Graph[int], seed: int) -> Points:
    """Return the same for a large component: forces lay out its core, then all nodes from where the core puts them."""
    ranked = sorted(component, key=lambda node: (-component.degree(node), node))
    inside = set(ranked[:CORE])
    core: nx.Graph[int] = nx.Graph()
    core.add_nodes_from(sorted(inside))
    core.add_edges_from((a, b) for a in sorted(inside) for b in sorted(component[a]) if a < b and b in inside)
    positions = dict(zip(core, _by_forces(core, seed), strict=True))
    reach = float(np.ptp(np.array(list(positions.values())), axis=0).max()) / sqrt(len(component))
    waiting = ranked[CORE:]
    while waiting:
        left = []
        for node in waiting:
            amid = [positions[other] for other in sorted(component[node]) if other in positions]
            if amid:
                angle, away = _GOLDEN * len(positions), reach * (1 + (len(positions) % 7) / 2)
                positions[node] = np.mean(amid, axis=0) + np.array([cos(angle), sin(angle)]) * away
            else:
                left.append(node)
        waiting = left
    points = np.array([positions[node] for node in component])
    return _evened(by_forces(points, _edges(component), min(REFINED, REFINED * 6_000 // len(component))))


def _evened(points: Points) -> Points:
    """Return the points, averaged with their ranks along each axis to spread dense regions."""
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / max(1, len(points) - 1)
    low, wide = points.min(axis=0), np.ptp(points, axis=0)
    evened: Points = (points - low) / wide + ranks
    return evened


def _apart(points: Points) -> Points:
    """Return the points after pushing those closer than CLEARANCE apart, in at most ROUNDS iterations.

    For more than 6,000 points there are fewer iterations, to bound the time.
    """
    points = points.copy()
    for _ in range(min(ROUNDS, ROUNDS * 6_000 // len(points))):
        first, second = _near(points, CLEARANCE * 0.999)
        if len(first) == 0:
            break
        between = points[second] - points[first]
        distance = np.hypot(between[:, 0], between[:, 1])
        between[distance == 0] = (1.0, 0.0)
        distance[distance == 0] = 1.0
        push = between * ((CLEARANCE - distance) / distance / 2)[:, None]
        np.add.at(points, first, -push)
        np.add.at(points, second, push)
        points = np.round(points, DECIMALS)
    return points


def _near(points: Points, distance: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the sorted pairs of points at most a distance apart, the lower index first: (pairs,) each."""
    if len(points) <= FEW:
        between = points[:, None, :] - points[None, :, :]
        first, second = np.nonzero(np.triu((between**2).sum(axis=2) <= distance**2, k=1))
        return first, second
    from scipy.spatial import cKDTree  # its import takes a quarter of a second, which small graphs avoid

    pairs = cKDTree(points).query_pairs(distance, output_type="ndarray")
    ordered = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return ordered[:, 0], ordered[:, 1]


def _in_rows(drawings: list[Points]) -> list[Points]:
    """Return the drawings, sorted by falling size, around the origin: the first, others in rows beside and below it."""
    if not drawings:
        return []
    nodes = sum(len(points) for points in drawings)
    beside, floor = drawings[0].max(axis=0) + SPACING
    width = max(float(beside), SPACING * sqrt(1.6 * nodes))
    placed, left, top, height = [drawings[0]], beside, 0.0, 0.0
    for points in drawings[1:]:
        wide, high = points.max(axis=0) + SPACING
        if left + wide > width or high < height / 2:
            top, height = top + height, 0.0
            left = beside if top < floor else 0.0
            if left + wide > width:
                left, top = 0.0, max(top, floor)
        placed.append(points + np.array([left, top]))
        left, height = left + wide, max(height, high)
    corners = np.concatenate(placed)
    middle = (corners.min(axis=0) + corners.max(axis=0)) / 2
    return [points - middle for points in placed]
