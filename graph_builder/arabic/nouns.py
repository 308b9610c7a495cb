"""Inflected forms of nouns that a lemmatizer may leave unchanged."""

from __future__ import annotations


def duals(noun: str) -> tuple[str, ...]:
    """Return the duals of a folded noun, in the absolute and in the construct state.

    >>> duals("قريه")
    ('قريتان', 'قريتين', 'قريتا', 'قريتي')
    """
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return tuple(stem + ending for ending in ("ان", "ين", "ا", "ي"))
