"""The best tree of a sentence, found at once where the best head of every word makes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def best_tree(search: Callable[[Any], Any], scores: Any) -> Any:
    """The head of every word, the root's own first; `scores` has a row a word and a column a head.

    Where each word's best head makes a tree with one root, no other tree is better, and the search (Chu and Liu 1965,
    Edmonds 1967) is spared.
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
    """Return the cycles among words of which each has one head, as masks over the words, by their first words.

    The search contracts one cycle after the other and looks for them anew each time. That each word has one head makes
    them quicker to find than the strongly connected components that Stanza looks for (Tarjan 1972), in the same order.
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
