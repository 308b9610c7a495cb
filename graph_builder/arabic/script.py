"""Measure the share of Arabic letters in a text."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe80-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = 0.2


def arabic_letters(text: str) -> int:
    """Return the number of Arabic letters in a text."""
    return len(_ARABIC.findall(text))


def is_foreign(text: str) -> bool:
    """Return whether a text has letters of which fewer than a fifth are Arabic."""
    return arabic_letters(text) < _LEAST * len(_LETTER.findall(text))
