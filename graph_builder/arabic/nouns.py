"""Forms of nouns that a lemmatiser may leave as they are."""

from __future__ import annotations


def duals(noun: str) -> tuple[str, ...]:
    """The duals of a folded noun, each also as it stands before what it governs.

    >>> duals("قريه")
    ('قريتان', 'قريتين', 'قريتا', 'قريتي')
    """
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return tuple(stem + ending for ending in ("ان", "ين", "ا", "ي"))
