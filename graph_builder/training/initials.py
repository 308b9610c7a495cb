"""Words whose first letter reads like a clitic and is their own, counted in the plain text: بكين, لندن, ويلسون."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.arabic.fold import fold
from graph_builder.syntax import CLITICS
from graph_builder.training.text import lines

# A word is one that is found so often, and so many times as often as what is left without its first letter.
_OFTEN, _RATIO = 10, 3
_SHORTEST = 4
# A clitic and the article.
_CLITIC_AND_ARTICLE = ("وال", "فال", "بال", "كال", "لل")


def own_initials(articles: Iterable[str]) -> list[str]:
    """Return the folded words that begin with a letter of their own which others have as a clitic, sorted."""
    counts = Counter(fold(token) for article in articles for tokens in lines(article) for token in tokens)
    return sorted(
        word
        for word, count in counts.items()
        if word[0] in CLITICS
        and len(word) >= _SHORTEST
        and count >= max(_OFTEN, _RATIO * counts[word[1:]])
        and not word.startswith(_CLITIC_AND_ARTICLE)
    )
