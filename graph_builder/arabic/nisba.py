"""Nisba adjectives: سوري, السورية, السوريين are forms of one adjective."""

from __future__ import annotations

import functools

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.punctuation import WORD_ENDS

_ENDINGS = ("يتين", "يتان", "يين", "يون", "يات", "يان", "يه", "يا", "ي")


@functools.lru_cache(maxsize=1 << 16)
def nisba_stem(word: str) -> str | None:
    """Return the masculine singular of a nisba adjective, folded and without article, or None for another word.

    >>> nisba_stem("السورية"), nisba_stem("روسيّين"), nisba_stem("حلب")
    ('سوري', 'روسي', None)
    """
    folded = without_article(fold(word)).rstrip(WORD_ENDS)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            return folded[: -len(ending)] + "ي"
    return None
