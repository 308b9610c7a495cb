"""The co-occurrence graph, with measures of association."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import log

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph_builder.arabic.normalized import line_breaks
from graph_builder.core.settings import Window
from graph_builder.core.values import Knowledge, Mention
from graph_builder.graphs.floats import rounded
from graph_builder.graphs.nodes import entity_nodes

Numbers = NDArray[np.int64]


def cooccurrence_graph(knowledge: Knowledge, window: Window = "sentence") -> nx.Graph[str]:
    """Return an undirected graph over the ids of all entities; an edge joins two that are mentioned in one window.

    A window is a sentence, a paragraph (the line of the text in which a mention starts) or a whole article; articles
    that are copies are ignored. Entities co-occur at most once per window. The measures of an edge are computed from
    the 2×2 contingency table of the windows with either, both or none of its entities, over all windows with a mention.

    The edges have the attributes

    - `count`: the number of windows with both entities;
    - `documents`: the number of articles with such a window;
    - `npmi`: normalized pointwise mutual information, from -1 to 1: 0 if as frequent as by chance, 1 if neither occurs
      without the other, or if every window has both (Bouma, 2009, "Normalized (pointwise) mutual information in
      collocation extraction", Proc. GSCL);
    - `g2`: twice the log-likelihood ratio in nats, negative if less frequent than by chance (Dunning, 1993, "Accurate
      methods for the statistics of surprise and coincidence", Computational Linguistics 19(1)).
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(entity_nodes(knowledge))
    ids = [entity.id for entity in knowledge.entities]
    counted = count_pairs(_windows(knowledge, window))
    appearances, total = counted.appearances.tolist(), counted.windows
    for x, y, count, documents in zip(*(column.tolist() for column in counted.pairs), strict=True):
        table = (count, appearances[x], appearances[y], total)
        graph.add_edge(ids[x], ids[y], count=count, documents=documents, npmi=npmi(*table), g2=g2(*table))
    return graph


@dataclass(frozen=True, slots=True)
class Counted:
    """The numbers of windows with single entities and with pairs.

    Attributes:
        windows: The number of windows with a mention.
        appearances: The number of windows with each entity: (entities,).
        pairs: The first and the second entity of each pair, sorted, the number of windows with both, and the number of
            documents with such a window: (pairs,) each.
    """

    windows: int
    appearances: Numbers
    pairs: tuple[Numbers, Numbers, Numbers, Numbers]


def count_pairs(mentions: Numbers) -> Counted:
    """Return the counts of entities and pairs of entities in windows.

    Args:
        mentions: The numbers of the document, of its window and of the entity of each mention: (mentions, 3), in any
            order and with repetitions.
    """
    width, size = (int(mentions[:, column].max(initial=-1)) + 1 for column in (1, 2))
    # One number for each window and entity, because sorting rows takes ten times as long.
    windows, entities = np.divmod(
        np.unique((mentions[:, 0] * width + mentions[:, 1]) * size + mentions[:, 2]), max(size, 1)
    )
    begins = np.flatnonzero(np.diff(windows, prepend=-1))
    sizes = np.diff(begins, append=len(entities))
    found, places = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for many in np.unique(sizes[sizes > 1]).tolist():
        rows = begins[sizes == many]
        first, second = np.triu_indices(many, k=1)
        present = entities[rows[:, None] + np.arange(many)]
        found.append((present[:, first] * size + present[:, second]).ravel())
        places.append(np.repeat(windows[rows] // width, len(first)))
    # One number for each pair and document, for the same reason; a million names in nine million articles fit.
    many = int(mentions[:, 0].max(initial=-1)) + 1
    keys, documents = np.divmod(np.sort(np.concatenate(found) * many + np.concatenate(places)), max(many, 1))
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    is_other = np.ones(len(keys), np.int64)
    is_other[1:] = (np.diff(keys) != 0) | (np.diff(documents) != 0)
    counts = np.diff(starts, append=len(keys))
    in_documents = np.add.reduceat(is_other, starts) if len(starts) else counts
    first, second = np.divmod(keys[starts], max(size, 1))
    return Counted(len(begins), np.bincount(entities, minlength=size), (first, second, counts, in_documents))


def npmi(both: int, x: int, y: int, total: int) -> float:
    """Return normalized pointwise mutual information from the counts with both, x, y, and in all; six decimals."""
    if both == total:
        return 1.0
    return rounded(log(both * total / (x * y)) / -log(both / total))


def g2(both: int, x: int, y: int, total: int) -> float:
    """Return the signed log-likelihood ratio (Dunning) from the counts with both, x, y, and in all; six decimals."""
    cells = (
        (both, x, y),
        (x - both, x, total - y),
        (y - both, total - x, y),
        (total - x - y + both, total - x, total - y),
    )
    ratio = 2 * sum(cell * log(cell * total / (row * column)) for cell, row, column in cells if cell)
    return rounded(ratio if both * total >= x * y else -ratio)


def _windows(knowledge: Knowledge, window: Window) -> Numbers:
    """Return the numbers of the document, of its window and of the entity of each mention: (mentions, 3)."""
    breaks = (
        {document.id: line_breaks(document.text) for document in knowledge.documents} if window == "paragraph" else {}
    )
    counted = {document.id: n for n, document in enumerate(knowledge.documents) if not document.copy_of}

    def number(mention: Mention) -> int:
        if window == "sentence":
            return mention.sentence
        return bisect_right(breaks[mention.document], mention.start) if window == "paragraph" else 0

    rows = [
        (counted[mention.document], number(mention), entity)
        for entity, each in enumerate(knowledge.entities)
        for mention in each.mentions
        if mention.document in counted
    ]
    return np.array(rows, np.int64).reshape(-1, 3)
