"""Detect lines that were wrapped at a width, as in PDF files and mails, rather than ended by a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Widths at which lines are wrapped, in characters; most paragraphs of news are longer.
_WIDEST, _NARROWEST = 130, 15
# A line is full if the next word would have gone beyond this share of the width.
_FULL = 0.85
# Lines are wrapped if the full lines are at least this share of those that end in mid-sentence.
_MOST = 0.75

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n|\n|\r)[^\S\n\r]*")
_FINISHED = re.compile(r"[.؟?!:…][»”\"')\]]*\s*$")


def wraps(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line breaks due to wrapping, with the blanks around them: start, end and a space as replacement.

    Lines are considered wrapped if all are short and most of those that end in mid-sentence are full: their next word
    would not have fitted.
    """
    lines = list(_LINE.finditer(text))
    # The title, on the first line, may be wider.
    width = max((len(line[0].strip()) for line in lines[1:]), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return
    pairs = [pair for pair in pairwise(lines) if _BREAK.fullmatch(text, _end(pair[0]), _start(pair[1]))]
    full = [pair for pair in pairs if _is_full(pair, width)]
    unfinished, cut = (sum(not _FINISHED.search(line[0]) for line, _ in those) for those in (pairs, full))
    if cut and cut >= _MOST * unfinished:
        yield from ((_end(line), _start(following), " ") for line, following in full)


def _is_full(pair: Sequence[re.Match[str]], width: int) -> bool:
    line, following = (each[0].split() for each in pair)
    return len(" ".join([*line, following[0]])) > _FULL * width


def _start(line: re.Match[str]) -> int:
    return line.end() - len(line[0].lstrip())


def _end(line: re.Match[str]) -> int:
    return line.start() + len(line[0].rstrip())
