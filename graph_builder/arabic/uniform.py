"""One sign for what papers type in many ways: quotation marks, dashes, digits, commas, letters of other keyboards."""

from __future__ import annotations

OTHER_KEYBOARDS = {"ي": "یېۍے", "ك": "کڪ", "ه": "ہەھۀ", "ن": "ں"}
"""By each Arabic letter, those that Persian, Urdu and Kurdish keyboards have in its place."""

# One character for one, so that an offset into the one text is an offset into the other.
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
    """The text with one sign for each of those that mean the same; as long as it was."""
    return text.translate(_TABLE)
