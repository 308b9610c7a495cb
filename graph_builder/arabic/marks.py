"""Diacritics, tatweel and marks of direction: signs that writers add or leave out without changing a word."""

from __future__ import annotations

import re
from bisect import bisect_right

# Fathatan to sukun, superscript alef, the Quranic annotation signs, and tatweel.
_WRITTEN = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
# What pages and editors put in to steer direction and joining, and the byte order mark. The non-joiner and the
# zero-width space are not among them: they stand where a word may end.
_UNSEEN = "\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_MARK = re.compile(f"[{_WRITTEN}{_UNSEEN}]")
_ON_A_LETTER = re.compile(f"[{_WRITTEN}]")


def without_marks(text: str) -> str:
    """The text without diacritics, tatweel and marks of direction."""
    return _MARK.sub("", text)


class Unmarked:
    """A text without its marks that remembers where each of its characters stood.

    `text` is the bare text. Offsets into it map back to the text that was given.
    """

    def __init__(self, marked: str) -> None:
        self.text = without_marks(marked)
        self._marked = marked
        self._marks = [match.start() for match in _MARK.finditer(marked)]
        # How many bare characters stand before each mark: a later one is shifted by that mark.
        self._before = [mark - index for index, mark in enumerate(self._marks)]

    def start(self, offset: int) -> int:
        """Where the bare character at `offset` stood."""
        return offset + bisect_right(self._before, offset)

    def end(self, offset: int) -> int:
        """The exclusive end of a span that ended at `offset`, not at 0, with the marks written on its last letter."""
        end = self.start(offset - 1) + 1
        while _ON_A_LETTER.match(self._marked, end):
            end += 1
        return end
