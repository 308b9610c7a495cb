"""Lines whose letters stand in the order in which they are drawn, from left to right, as some PDF files have them."""

from __future__ import annotations

import re
import unicodedata

# Letters that end a word and never begin one.
_LAST_LETTERS = "ةى"
_WORD = re.compile(r"[^\W\d_]{2,}")
# So many words are written backwards, and so many times those that are not, before a text is.
_FEWEST, _TIMES = 3, 3
_KEPT = re.compile(r"[A-Za-z0-9٠-٩](?:[A-Za-z0-9٠-٩.,:/@_-]*[A-Za-z0-9٠-٩])?")
# The ligature of lam and alef is one sign, whose letters are not turned with the others: «األسد».
_LIGATURE = re.compile("ا([أإآ])ل")
_BRACKETS = ("([{«", ")]}»")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")


def is_visual(text: str) -> bool:
    """Return whether most words of a text that show it are written backwards."""
    words = _WORD.findall(text)
    backwards = sum(_ends(word[0]) or _begins(word[-1]) for word in words)
    forwards = sum(_begins(word[0]) or _ends(word[-1]) for word in words)
    return backwards >= _FEWEST and backwards > _TIMES * forwards


def logical(text: str) -> str:
    """Return a text whose lines are in visual order in the order in which it is read; numbers and Latin words stay.

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
