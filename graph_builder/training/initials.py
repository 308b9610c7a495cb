"""Derive lists of words whose first letter looks like a clitic but is part of the word: بكين, لندن, ويلسون.

They are counted in the plain text. The list for names, where the first letter is often ambiguous, has the words that
are a few times as frequent as the rest without that letter. The list of words that are never split has only those of
which the rest hardly occurs, not even after an article or another clitic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.arabic.fold import fold
from graph_builder.syntax import CLITICS
from graph_builder.training.text import lines

# The minimum count of a word, and its minimum ratio to the count of the rest without its first letter.
_OFTEN, _RATIO = 10, 3
_SHORTEST = 4
# The same for words that are never split, with the prefixes that can precede the rest.
_OFTEN_WHOLE, _RATIO_WHOLE = 20, 20
_SHORTEST_WHOLE = 3
# The prefix of the future is split off verbs like a clitic.
_SPLIT = CLITICS | {"س"}
_BEFORE = ("", "ال", "و", "ب", "ل", "ف", "ك", "وال", "بال", "لل")
# A clitic and the article.
_CLITIC_AND_ARTICLE = ("وال", "فال", "بال", "كال", "لل")


def counted(articles: Iterable[str]) -> Counter[str]:
    """Return the count of each folded word."""
    return Counter(fold(token) for article in articles for tokens in lines(article) for token in tokens)


def own_initials(counts: Counter[str]) -> list[str]:
    """Return the folded words whose first letter looks like a clitic but is part of them, sorted."""
    return sorted(
        word
        for word, count in counts.items()
        if word[0] in CLITICS
        and len(word) >= _SHORTEST
        and not word.startswith(_CLITIC_AND_ARTICLE)
        and count >= max(_OFTEN, _RATIO * counts[word[1:]])
    )


def whole_words(counts: Counter[str]) -> list[str]:
    """Return the folded words that are never split into a clitic and another word, sorted."""
    return sorted(
        word
        for word, count in counts.items()
        if word[0] in _SPLIT
        and len(word) >= _SHORTEST_WHOLE
        and not word.startswith(_CLITIC_AND_ARTICLE)
        and count >= max(_OFTEN_WHOLE, _RATIO_WHOLE * _rest(counts, word))
    )


def _rest(counts: Counter[str], word: str) -> int:
    """Return the count of the rest of a word without its first letter in other words."""
    return sum(counts[each] for before in _BEFORE if (each := before + word[1:]) != word)
