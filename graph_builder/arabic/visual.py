"""Detect and reverse lines in visual order, left to right, as some PDF files have them."""

from __future__ import annotations

import re
import unicodedata

# Letters that may end but not begin a word.
_LAST_LETTERS = "ةى"
_WORD = re.compile(r"[^\W\d_]{2,}")
# Minimum number of reversed words in a text in visual order, and minimum ratio to the others.
_FEWEST, _TIMES = 3, 3
_KEPT = re.compile(r"[A-Za-z0-9٠-٩](?:[A-Za-z0-9٠-٩.,:/@_-]*[A-Za-z0-9٠-٩])?")
# The ligature of lam and alef is one character, so its letters keep their order in a reversed line: «األسد».
_LIGATURE = re.compile("ا([أإآ])ل")
_BRACKETS = ("([{«", ")]}»")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")


def is_visual(text: str) -> bool:
    """Return whether most of the words that indicate a direction are reversed."""
    words = _WORD.findall(text)
    backwards = sum(_ends(word[0]) or _begins(word[-1]) for word in words)
    forwards = sum(_begins(word[0]) or _ends(word[-1]) for word in words)
    return backwards >= _FEWEST and backwards > _TIMES * forwards


def logical(text: str) -> str:
    """Return a text in visual order in logical order; numbers and Latin words are kept.

    >>> logical("2016 ﻡﺎﻋ")
    'ﻋﺎﻡ 2016'
    """
    return "\n".join(_logical(line) for line in text.split("\n"))


def _logical(line: str) -> str:
    turned = _LIGATURE.sub(r"ال\1", _KEPT.sub(lambda kept: kept[0][::-1], line[::-1]))
    sides = [min((turned.find(sign) for sign in signs if sign in turned), default=len(turned)) for signs in _BRACKETS]
    return turned.translate(_MIRRORED) if sides[1] < sides[0] else turned


def _begins(letter: str) -> bool:
    return unicodedata.decomposition(letter).startswith("<initial>")


def _ends(letter: str) -> bool:
    return letter in _LAST_LETTERS or unicodedata.decomposition(letter).startswith("<final>")
