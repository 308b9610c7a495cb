"""Diacritics and tatweel: signs that writers add or leave out without changing a word."""

from __future__ import annotations

import re
from bisect import bisect_right

# Fathatan to sukun, superscript alef, the Quranic annotation signs, and tatweel.
_MARK = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]")


def without_marks(text: str) -> str:
    """The text without diacritics and tatweel."""
    return _MARK.sub("", text)


class Unmarked:
    """A text without its marks that remembers where each of its characters stood.

    `text` is the bare text. Offsets into it map back to the text that was given.
    """

    def __init__(self, marked: str) -> None:
        self.text = without_marks(marked)
        self._length = len(marked)
        self._marks = [match.start() for match in _MARK.finditer(marked)]
        # How many bare characters stand before each mark: a later one is shifted by that mark.
        self._before = [mark - index for index, mark in enumerate(self._marks)]

    def start(self, offset: int) -> int:
        """Where the bare character at `offset` stood."""
        return offset + bisect_right(self._before, offset)

    def end(self, offset: int) -> int:
        """The exclusive end of a span that ended at `offset`, with the marks written on its last letter."""
        return self.start(offset) if offset < len(self.text) else self._length
