"""Orthographic normalization: one form for the spelling variants of Arabic writers and keyboards."""

from __future__ import annotations

import functools
import re
import unicodedata

from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.uniform import OTHER_KEYBOARDS

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **{other: letter for letter, others in OTHER_KEYBOARDS.items() for other in others},
        "ى": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "گ": "ك",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    }
)
_SPACES = re.compile(r"\s+")
# Letters and their presentation forms.
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe80-\ufefc]")


@functools.lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return the normalized form, equal for the spelling variants of a name.

    Diacritics and tatweel are removed; the forms of alef become bare alef, alef maqsura and hamza on ya become ya,
    hamza on waw becomes waw, ta marbuta becomes ha; Persian letters become the Arabic ones that they are typed for;
    digits become ASCII; runs of white space become one space.
    """
    bare = without_marks(unicodedata.normalize("NFKC", text))
    # Letters that the removed marks separated may compose now.
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", bare).translate(_LETTERS)).strip()


def without_article(folded: str) -> str:
    """Return a folded word without its definite article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def has_arabic(text: str) -> bool:
    """Return whether the text contains an Arabic letter."""
    return _ARABIC.search(text) is not None
