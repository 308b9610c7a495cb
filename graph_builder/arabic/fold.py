"""One form for the spellings that Arabic writers and keyboards vary."""

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
# Letters, and the forms of them that some programs write instead.
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe80-\ufefc]")


@functools.lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The form in which two spellings of one name agree.

    Diacritics and tatweel go; the alefs become one, alef maqsura and hamza on ya become ya, hamza on waw waw, ta
    marbuta ha; Persian letters become the Arabic ones they are typed for; digits become ASCII; spaces become one.
    """
    bare = without_marks(unicodedata.normalize("NFKC", text))
    # What the marks kept apart may compose now that they are gone.
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", bare).translate(_LETTERS)).strip()


def without_article(folded: str) -> str:
    """A folded word without its definite article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def has_arabic(text: str) -> bool:
    """Whether the text holds at least one Arabic letter."""
    return _ARABIC.search(text) is not None
