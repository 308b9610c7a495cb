"""Adjectives of belonging: سوري, السورية, السوريين are one word about one country."""

from __future__ import annotations

from graph_builder.arabic.fold import fold, without_article

_ENDINGS = ("يتين", "يتان", "يين", "يون", "يات", "يان", "يه", "يا", "ي")
# What a writer may leave on the last word of a sentence: «السوري…..».
_STOPS = ".…,،:;؛!?؟"


def nisba_stem(word: str) -> str | None:
    """The masculine singular of a nisba adjective, folded and without article; None if the word is not shaped like one.

    >>> nisba_stem("السورية"), nisba_stem("روسيّين"), nisba_stem("حلب")
    ('سوري', 'روسي', None)
    """
    folded = without_article(fold(word)).rstrip(_STOPS)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            return folded[: -len(ending)] + "ي"
    return None
