"""How much of a text is in Arabic letters."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe80-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = 0.2


def arabic_letters(text: str) -> int:
    """Return how many Arabic letters a text has."""
    return len(_ARABIC.findall(text))


def is_foreign(text: str) -> bool:
    """Return whether a text has letters, and hardly an Arabic one among them."""
    return arabic_letters(text) < _LEAST * len(_LETTER.findall(text))
