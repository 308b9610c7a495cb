"""Normalize variants of punctuation, digits and letters of other keyboards to one character each."""

from __future__ import annotations

OTHER_KEYBOARDS = {"ي": "یېۍے", "ك": "کڪ", "ه": "ہەھۀ", "ن": "ں"}
"""For each Arabic letter, its counterparts on Persian, Urdu and Kurdish keyboards."""

# Each replacement has one character, so that offsets stay valid.
_FORMS = {
    '"': "«»“”„‟″❝❞〝〞",
    "'": "‘’‚‛′`´ʼ‹›",
    "-": "‐‑‒–—―−",
    ",": "،٬﹐,",
    ";": "؛",
    "?": "؟",
    "%": "٪",
    ".": "٫۔",
    "*": "٭•●▪",
    " ": "\u00a0\u2009\u202f\u200b\u200c",
    **OTHER_KEYBOARDS,
    **{str(digit): chr(0x0660 + digit) + chr(0x06F0 + digit) for digit in range(10)},
}
_TABLE = str.maketrans({other: one for one, others in _FORMS.items() for other in others})


def uniform(text: str) -> str:
    """Return the text, of equal length, with one character for all variants of the same one."""
    return text.translate(_TABLE)
