"""Normalize a text with a mapping of every character to its offset in the original text."""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from graph_builder.arabic.lines import wraps
from graph_builder.arabic.marks import MARKS, ON_A_LETTER
from graph_builder.arabic.markup import has_markup, markup
from graph_builder.arabic.posts import has_signs, signs
from graph_builder.arabic.uniform import OTHER_KEYBOARDS

Edit: TypeAlias = tuple[int, int, str]
"""The start and end of a span of text, and its replacement."""

_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_GOD, _ALEFS = "الله", ("ا", "ﺍ", "ﺎ")
_TYPED_FOR = str.maketrans({other: letter for letter, others in OTHER_KEYBOARDS.items() for other in others})
_DEEPEST = 4  # maximum levels of escaping: «&amp;lt;br&amp;gt;» is a tag escaped twice


class Normalized:
    """A text with edits, whose offsets map back to the original text.

    Attributes:
        text: The edited text.
    """

    def __init__(self, given: str) -> None:
        self.text = given
        self._starts: list[int] | None = None
        self._ends: list[int] = []

    def edit(self, edits: Iterable[Edit], attached: re.Pattern[str] | None = None) -> bool:
        """Apply edits to `text` and return whether there were any.

        Args:
            edits: The edits, sorted by position.
            attached: Spans that, when removed, count as part of the character before them.
        """
        edits = list(edits)
        if not edits:
            return False
        if self._starts is None:
            self._starts, self._ends = list(range(len(self.text))), list(range(1, len(self.text) + 1))
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        for start, end, instead in edits:
            parts += self.text[last:start], instead
            starts += self._starts[last:start]
            ends += self._ends[last:start]
            if attached and ends and ends[-1] == self._starts[start] and attached.fullmatch(self.text, start, end):
                ends[-1] = self._ends[end - 1]
            starts += [self._starts[start]] * len(instead)
            ends += [self._ends[end - 1]] * len(instead)
            last = end
        self.text = "".join([*parts, self.text[last:]])
        self._starts, self._ends = starts + self._starts[last:], ends + self._ends[last:]
        return True

    def start(self, offset: int) -> int:
        """Return the original start of the character at `offset`."""
        if self._starts is None:
            return offset
        return self._starts[offset] if offset < len(self._starts) else (self._ends[-1] if self._ends else 0)

    def end(self, offset: int) -> int:
        """Return the original exclusive end of a span that ends at `offset` > 0, with the marks on its last letter."""
        return offset if self._starts is None else self._ends[offset - 1]

    def find(self, place: int) -> int:
        """Return the offset into `text` of the first character whose original start is `place` or later."""
        return place if self._starts is None else bisect_left(self._starts, place)


def article(text: str) -> Normalized:
    """Return the whole text of an article, normalized as by `normalized`, with each paragraph on one line."""
    return _article(text)[0]


def line_breaks(text: str) -> list[int]:
    """Return the original offsets of the ends of the paragraphs in the whole text of an article."""
    read = article(text)
    return [read.start(offset) for offset, letter in enumerate(read.text) if letter == "\n"]


def treatments(text: str) -> frozenset[str]:
    """Return the treatments that the whole text of an article needs.

    They are `markup`, `presentation forms` (of letters), `social media` (hashtags and other signs) and `wrapped lines`.
    """
    return frozenset(_article(text)[1])


def _article(text: str) -> tuple[Normalized, list[str]]:
    read, done = _normalized(text)
    return read, [*done, "wrapped lines"] if read.edit(wraps(read.text)) else done


def normalized(text: str) -> Normalized:
    """Return a span of text as by `plain`, and without marks and the signs of social media."""
    return _normalized(text)[0]


@functools.lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """Return the normalized form of a span of text.

    >>> bare("<b>بشار</b>&nbsp;الأسد"), bare("ﻻﻓﺮﻭﻑ"), bare("#محمد_بن_سلمان")
    ('بشار\\xa0الأسد', 'لافروف', 'محمد بن سلمان')
    """
    return _normalized(text)[0].text


def plain(text: str) -> Normalized:
    """Return a span of text for display: without markup, with letters instead of presentation forms."""
    return _plain(text)[0]


def on_one_line(text: str) -> str:
    """Return a span of text for display, with every run of white space as one space."""
    return " ".join(plain(text).text.split())


def _plain(text: str) -> tuple[Normalized, list[str]]:
    read = Normalized(text)
    done = []
    for _ in range(_DEEPEST):
        if not has_markup(read.text) or not read.edit(markup(read.text)):
            break
        done.append("markup")
    if read.edit(_letters(read.text)):
        done.append("presentation forms")
    return read, done


def _normalized(text: str) -> tuple[Normalized, list[str]]:
    read, done = _plain(text)
    if has_signs(read.text) and read.edit(signs(read.text)):
        done.append("social media")
    read.text = read.text.translate(_TYPED_FOR)
    read.edit(((m.start(), m.end(), "") for m in MARKS.finditer(read.text)), ON_A_LETTER)
    return read, done


def _letters(text: str) -> Iterator[Edit]:
    for form in _PRESENTATION_FORMS.finditer(text):
        letters = unicodedata.normalize("NFKC", form[0])
        # Some fonts draw the ligature of «الله» without its alef, and typists write the alef before it.
        if letters == _GOD and text.endswith(_ALEFS, 0, form.start()):
            letters = letters[1:]
        if letters != form[0]:
            yield form.start(), form.end(), letters.strip() or letters
