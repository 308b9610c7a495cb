"""Who is named together, and whether more often than by chance."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import combinations
from math import log
from typing import Literal

import networkx as nx

from graph_builder.arabic.normalized import line_breaks
from graph_builder.graphs.floats import settled
from graph_builder.graphs.nodes import entity_nodes
from graph_builder.values import Knowledge

Window = Literal["sentence", "paragraph", "article"]


def cooccurrence_graph(knowledge: Knowledge, window: Window = "sentence") -> nx.Graph[str]:
    """An undirected graph over the ids of all entities; an edge joins two that are mentioned in one window.

    A window is a sentence, a paragraph (a line of the text; the line in which a mention starts counts) or a whole
    article; those of articles that are copies do not count. Entities co-occur once a window, however often it mentions
    them. With N the number of windows that hold
    at least one mention, the edge of x and y is measured on the table

    ======== ===================== =====================================
    windows  with y                without y
    ======== ===================== =====================================
    with x   count                 windows(x) - count
    without  windows(y) - count    N - windows(x) - windows(y) + count
    ======== ===================== =====================================

    and has the attributes

    count
        windows with both.
    documents
        articles that have such a window.
    npmi
        Normalised pointwise mutual information, from -1 to 1: 0 as often as by chance, 1 never one without the other
        (Bouma, 2009, "Normalized (pointwise) mutual information in collocation extraction", Proc. GSCL).
        Where every window has both, which leaves nothing to measure, it is 1.
    g2
        Log-likelihood ratio in nats times two, with a minus where the two meet less often than by chance
        (Dunning, 1993, "Accurate methods for the statistics of surprise and coincidence", Computational
        Linguistics 19(1)).
    """
    windows = _windows(knowledge, window)
    appearances = Counter(entity for present in windows.values() for entity in present)
    shared: Counter[tuple[str, str]] = Counter()
    documents: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (document, _), present in windows.items():
        for pair in combinations(sorted(present), 2):
            shared[pair] += 1
            documents[pair].add(document)

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(entity_nodes(knowledge))
    for (x, y), count in sorted(shared.items()):
        table = (count, appearances[x], appearances[y], len(windows))
        graph.add_edge(x, y, count=count, documents=len(documents[x, y]), npmi=npmi(*table), g2=g2(*table))
    return graph


def npmi(both: int, x: int, y: int, total: int) -> float:
    """Normalised pointwise mutual information, of counts: with both, with x, with y, and all; six decimals."""
    if both == total:
        return 1.0
    return settled(log(both * total / (x * y)) / -log(both / total))


def g2(both: int, x: int, y: int, total: int) -> float:
    """Dunning's signed log-likelihood ratio, of counts: with both, with x, with y, and all; six decimals."""
    cells = (
        (both, x, y),
        (x - both, x, total - y),
        (y - both, total - x, y),
        (total - x - y + both, total - x, total - y),
    )
    ratio = 2 * sum(seen * log(seen * total / (row * column)) for seen, row, column in cells if seen)
    return settled(ratio if both * total >= x * y else -ratio)


def _windows(knowledge: Knowledge, window: Window) -> dict[tuple[str, int], set[str]]:
    """The entities mentioned in each window, which is named by its document and its number there."""
    breaks = (
        {document.id: line_breaks(document.text) for document in knowledge.documents} if window == "paragraph" else {}
    )
    copies = {document.id for document in knowledge.documents if document.copy_of}
    windows: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for entity in knowledge.entities:
        for mention in (each for each in entity.mentions if each.document not in copies):
            if window == "sentence":
                number = mention.sentence
            elif window == "paragraph":
                number = bisect_right(breaks[mention.document], mention.start)
            else:
                number = 0
            windows[mention.document, number].add(entity.id)
    return windows
