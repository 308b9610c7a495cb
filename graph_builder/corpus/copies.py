"""Detect duplicate and near-duplicate articles, as when several papers print the text of an agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Document

if TYPE_CHECKING:
    from datasketch import MinHash

# Length of the word n-grams that are compared, and number of MinHash permutations.
_RUN, _HASHES = 4, 64
_ALIKE = 0.7
"""The Jaccard similarity of the n-grams from which on an article is a copy."""


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """Return the id of the original by the id of each copy; the original is the earliest of similar articles.

    Articles are similar if their word 4-grams have a Jaccard similarity of 0.7, estimated by MinHash (Broder 1997).
    """
    from datasketch import MinHashLSH

    ordered = sorted(documents, key=lambda each: (each.published or date.max, each.source))
    index = MinHashLSH(threshold=_ALIKE, num_perm=_HASHES)
    originals: dict[str, MinHash] = {}
    found: dict[str, str] = {}
    for document in ordered:
        signature = _signature(document.text)
        alike = {each: signature.jaccard(originals[each]) for each in index.query(signature)}
        best = max(sorted(alike), key=lambda each: alike[each], default=None)
        if best is not None and alike[best] >= _ALIKE:
            found[document.id] = best
        else:
            originals[document.id] = signature
            index.insert(document.id, signature)
    return found


def _signature(text: str) -> MinHash:
    from datasketch import MinHash

    signature = MinHash(num_perm=_HASHES)
    signature.update_batch([run.encode("utf-8", "replace") for run in _runs(fold(text).split())])
    return signature


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(max(1, len(words) - _RUN + 1)):
        yield " ".join(words[start : start + _RUN])
