"""The forces of ForceAtlas2 in its LinLog mode, which separate communities.

The positions are those of `networkx.forceatlas2_layout(linlog=True)` (Jacomy et al., 2014; Noack, 2009), in a tenth of
its time: attraction is computed along the edges only, and repulsion without the vectors between all pairs. Each of many
nodes is repelled by the centres of mass of the cells of a grid, its own included, instead of by every other node (a
single level of Barnes and Hut, 1986).
"""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Masses = NDArray[np.float64]

EXACT = 1500  # maximum number of nodes of which all pairs repel each other
CELLS = 24  # cells a side of the grid for more
ROWS = 128  # nodes whose repulsion is computed at once, which fits into the cache of a processor
REPULSION = 2.0
# Decimals of positions after each round, far below what is seen: the last bits of sums are each processor's own, and
# forces would multiply the difference until the layouts have nothing in common.
DECIMALS = 3


def by_forces(points: Points, edges: NDArray[np.intp], rounds: int) -> Points:
    """Return the positions after so many rounds, from given ones.

    Args:
        points: the positions to start from, no two of them equal: (nodes, 2).
        edges: the indices of the nodes that each edge joins: (edges, 2).
        rounds: the maximum number of rounds.

    Returns:
        The positions: (nodes, 2).
    """
    points = points.copy()
    mass: Masses = np.bincount(edges.ravel(), minlength=len(points)).astype(np.float64) + 1.0
    repulsion = _repulsion if len(points) <= EXACT else _repulsion_of_cells
    pace = _Pace(len(points))
    for _ in range(rounds):
        force = _attraction(points, edges) + REPULSION * mass[:, None] * repulsion(points, mass)
        centred = points - points.mean(axis=0)
        away = np.maximum(np.hypot(centred[:, 0], centred[:, 1]), 1e-12)
        force -= (mass / away)[:, None] * centred
        speed = pace.after(points, force, mass)
        swinging = mass * np.hypot(force[:, 0], force[:, 1])
        step = force * (speed / (1 + np.sqrt(speed * swinging)))[:, None]
        moved = np.round(points + step, DECIMALS)
        if np.array_equal(moved, points):
            break
        points = moved
    return points


def _attraction(points: Points, edges: NDArray[np.intp]) -> Points:
    """Return the pull of the neighbours on each node, which grows with the logarithm of their distance: (nodes, 2)."""
    first, second = edges[:, 0], edges[:, 1]
    between = points[second] - points[first]
    distance = np.maximum(np.hypot(between[:, 0], between[:, 1]), 1e-12)
    pull = between * (np.log1p(distance) / distance)[:, None]
    return np.stack(
        [
            np.bincount(first, pull[:, axis], len(points)) - np.bincount(second, pull[:, axis], len(points))
            for axis in (0, 1)
        ],
        axis=1,
    )


def _repulsion(points: Points, mass: Masses) -> Points:
    """Return the push of all other nodes on each, for a mass of one: (nodes, 2)."""
    return _push(points, points, mass, soft=0.0)


def _repulsion_of_cells(points: Points, mass: Masses) -> Points:
    """Return about the same for many nodes, from the centres of the cells of a grid that holds all nodes."""
    low, wide = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-12)
    place = np.minimum((points - low) / wide * CELLS, CELLS - 1).astype(np.intp)
    cell = place[:, 0] * CELLS + place[:, 1]
    total: Masses = np.bincount(cell, mass, CELLS * CELLS).astype(np.float64)
    used = np.flatnonzero(total)
    centres = np.stack([np.bincount(cell, mass * points[:, axis], CELLS * CELLS)[used] for axis in (0, 1)], axis=1)
    # A node may be where the centre of its own cell is, so distances are softened by half a cell.
    return _push(points, centres / total[used, None], total[used], soft=float((wide / CELLS).mean()) ** 2 / 4)


def _push(points: Points, centres: Points, mass: Masses, soft: float) -> Points:
    """Return the push of each centre on each point, inverse to their distance; of one at the same place none."""
    push = np.empty_like(points)
    for start in range(0, len(points), ROWS):
        rows = points[start : start + ROWS]
        squared = rows[:, 0, None] - centres[None, :, 0]
        squared *= squared
        down = rows[:, 1, None] - centres[None, :, 1]
        down *= down
        squared += down
        squared += soft
        squared[squared == 0] = np.inf
        weight = np.divide(mass, squared, out=squared)
        push[start : start + ROWS] = rows * weight.sum(axis=1)[:, None] - weight @ centres
    return push


class _Pace:
    """How far nodes move in a round: further while they agree on where to, less when they swing."""

    def __init__(self, nodes: int) -> None:
        self.nodes = nodes
        self.speed = self.efficiency = self.swing = self.traction = 1.0

    def after(self, points: Points, force: Points, mass: Masses) -> float:
        """Return the speed of the next step."""
        against, along = points - force, points + force
        self.swing += float((mass * np.hypot(against[:, 0], against[:, 1])).sum())
        self.traction += float((0.5 * mass * np.hypot(along[:, 0], along[:, 1])).sum())
        best = 0.05 * sqrt(self.nodes)
        jitter = max(sqrt(best), min(10.0, best * self.traction / self.nodes**2))
        if self.swing / self.traction > 2.0:
            if self.efficiency > 0.05:
                self.efficiency *= 0.5
            jitter = max(jitter, 1.0)
        target = jitter * self.efficiency * self.traction / self.swing
        if self.swing > jitter * self.traction:
            if self.efficiency > 0.05:
                self.efficiency *= 0.7
        elif self.speed < 1000:
            self.efficiency *= 1.3
        self.speed += min(target - self.speed, 0.5 * self.speed)
        return self.speed
