"""How words are spelt that end in a letter that typists exchange, counted in the plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.arabic.endings import OTHERS
from graph_builder.training.text import lines

# A spelling is the usual one that is found so often, and so many times as often as the other.
_OFTEN, _RATIO = 20, 12


def usual_endings(articles: Iterable[str]) -> list[str]:
    """The words whose spelling with another last letter is a slip, sorted."""
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
