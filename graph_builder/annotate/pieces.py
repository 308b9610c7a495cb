"""Cutting a text into what the language pipeline is given at a time: paragraphs, none of them endless."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 5_000

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.؟?!](?=\s)|[.؟?!][»”\")]+(?=\s)")


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """The start and end of every paragraph of a text, in code points; what is blank is left out.

    A sentence never runs over the end of a paragraph, so the pipeline never sees two at once. A parser's memory grows
    with the square of a sentence, so a paragraph of more than `longest` characters is cut behind its last sentence
    end, else its last space, that leaves room.
    """
    for line in _LINE.finditer(text):
        for start, end in _cuts(text, *line.span(), longest):
            if text[start:end].strip():
                yield start, end


def _cuts(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        cut = _cut(text, start, start + longest)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", start + 1, limit), text.rfind("\t", start + 1, limit))
    return space if space > start else limit
