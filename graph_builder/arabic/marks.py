"""Diacritics, tatweel and marks of direction: optional characters that do not change a word."""

from __future__ import annotations

import re

# Fathatan to sukun, superscript alef, the Quranic annotation signs, and tatweel.
_WRITTEN = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
# Controls of direction and joining, and the byte order mark. The non-joiner and the zero-width space are not included:
# they occur where a word may end.
_UNSEEN = "\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

MARKS = re.compile(f"[{_WRITTEN}]+|[{_UNSEEN}]")
"""A mark of direction, or the marks on a letter."""

ON_A_LETTER = re.compile(f"[{_WRITTEN}]+")
"""The marks on a letter."""


def without_marks(text: str) -> str:
    """Return a text without diacritics, tatweel and marks of direction."""
    return MARKS.sub("", text)
