"""Adjectives of belonging: سوري, السورية, السوريين are one word about one country."""

from __future__ import annotations

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.punctuation import WORD_ENDS

_ENDINGS = ("يتين", "يتان", "يين", "يون", "يات", "يان", "يه", "يا", "ي")
# What a writer may leave on the last word of a sentence: «السوري…..».


def nisba_stem(word: str) -> str | None:
    """The masculine singular of a nisba adjective, folded and without article; None if the word is not shaped like one.

    >>> nisba_stem("السورية"), nisba_stem("روسيّين"), nisba_stem("حلب")
    ('سوري', 'روسي', None)
    """
    folded = without_article(fold(word)).rstrip(WORD_ENDS)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            return folded[: -len(ending)] + "ي"
    return None
