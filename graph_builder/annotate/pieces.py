"""Split a text into the pieces that the language pipeline processes: sentences of limited length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.arabic.sentences import sentences

LONGEST = 5_000

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every sentence of a text, in code points, without blank ones.

    A sentence never crosses the end of a paragraph. The memory of the parser grows with the square of the length of a
    sentence, so one of more than `longest` code points is cut at the last space before the limit.
    """
    for line in _LINE.finditer(text):
        for start, end in sentences(line[0]):
            for first, last in _cuts(text, line.start() + start, line.start() + end, longest):
                if text[first:last].strip():
                    yield first, last


def _cuts(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        limit = start + longest
        space = max(text.rfind(" ", start + 1, limit), text.rfind("\t", start + 1, limit))
        cut = space if space > start else limit
        yield start, cut
        start = cut
    yield start, end
