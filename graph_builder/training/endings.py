"""Derive the usual spellings of words whose last letter is often mistyped from counts in the plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.arabic.endings import OTHERS
from graph_builder.training.text import lines

# The minimum count of a usual spelling, and its minimum ratio to the count of the other.
_OFTEN, _RATIO = 20, 12


def usual_endings(articles: Iterable[str]) -> list[str]:
    """Return the words whose variant with another last letter is a typing error, sorted."""
    counts = Counter(
        token for article in articles for tokens in lines(article) for token in tokens if token[-1] in "هةىي"
    )
    exchanged = {(other, letter) for letter, other in OTHERS.items()}
    return sorted(
        {
            word
            for word, count in counts.items()
            for usual, slip in exchanged
            if word[-1] == usual and len(word) > 1 and count >= max(_OFTEN, _RATIO * counts[word[:-1] + slip])
        }
    )
