"""Words whose first letter reads like a clitic and is their own, counted in the plain text: بكين, لندن, ويلسون.

Two lists are made of them. Of names, where the first letter is doubtful in every other place, a word is listed already
if it is a few times as frequent as what is left without that letter. No word is listed as one never to be split unless
what is left hardly ever occurs, not even behind an article or another clitic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.arabic.fold import fold
from graph_builder.syntax import CLITICS
from graph_builder.training.text import lines

# A word is one that is found so often, and so many times as often as what is left without its first letter.
_OFTEN, _RATIO = 10, 3
_SHORTEST = 4
# The same for a word that is never split, with what else can stand before what is left.
_OFTEN_WHOLE, _RATIO_WHOLE = 20, 20
_SHORTEST_WHOLE = 3
# The letter of the future is cut off verbs as clitics are.
_SPLIT = CLITICS | {"س"}
_BEFORE = ("", "ال", "و", "ب", "ل", "ف", "ك", "وال", "بال", "لل")
# A clitic and the article.
_CLITIC_AND_ARTICLE = ("وال", "فال", "بال", "كال", "لل")


def counted(articles: Iterable[str]) -> Counter[str]:
    """Return how often each folded word occurs."""
    return Counter(fold(token) for article in articles for tokens in lines(article) for token in tokens)


def own_initials(counts: Counter[str]) -> list[str]:
    """Return the folded words that begin with a letter of their own which others have as a clitic, sorted."""
    return sorted(
        word
        for word, count in counts.items()
        if word[0] in CLITICS
        and len(word) >= _SHORTEST
        and not word.startswith(_CLITIC_AND_ARTICLE)
        and count >= max(_OFTEN, _RATIO * counts[word[1:]])
    )


def whole_words(counts: Counter[str]) -> list[str]:
    """Return the folded words that are never a clitic and another word, sorted."""
    return sorted(
        word
        for word, count in counts.items()
        if word[0] in _SPLIT
        and len(word) >= _SHORTEST_WHOLE
        and not word.startswith(_CLITIC_AND_ARTICLE)
        and count >= max(_OFTEN_WHOLE, _RATIO_WHOLE * _rest(counts, word))
    )


def _rest(counts: Counter[str], word: str) -> int:
    """Return how often what is left of a word without its first letter occurs otherwise."""
    return sum(counts[each] for before in _BEFORE if (each := before + word[1:]) != word)
