"""Maximum spanning trees of sentences, without a search where the best heads already form a tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def best_tree(search: Callable[[Any], Any], scores: Any) -> Any:
    """Return the head of every word.

    If the best head of each word gives a tree with one root, no other tree is better, and the search (Chu and Liu 1965,
    Edmonds 1967) is skipped.

    Args:
        search: Stanza's search for the maximum spanning tree.
        scores: The score of each head for each word: (words, words), the root first.

    Returns:
        The index of the head of each word: (words,), that of the root being 0.
    """
    apart = np.array(scores, dtype=np.float64)
    np.fill_diagonal(apart, -np.inf)
    heads = apart.argmax(axis=1)
    heads[0] = 0
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return heads if np.count_nonzero(heads[1:] == 0) == 1 and not above.any() else search(scores)


def cycles(heads: Any) -> list[Any]:
    """Return the cycles among words with one head each, as masks over the words, sorted by their first word.

    The search contracts one cycle after the other and looks for cycles again each time. Because each word has one head,
    they are found faster than by strongly connected components (Tarjan 1972), as Stanza does it, in the same order.
    """
    above = heads.tolist()
    met = [-1] * len(above)
    found = []
    for start in range(len(above)):
        word = start
        while met[word] == -1:
            met[word] = start
            word = above[word]
        if met[word] == start and above[word] != word:
            cycle = np.zeros(len(above), dtype=bool)
            while not cycle[word]:
                cycle[word] = True
                word = above[word]
            found.append(cycle)
    return sorted(found, key=lambda cycle: int(cycle.argmax()))
