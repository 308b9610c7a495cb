"""Every function on strings that has to bear any text, and the promise that it keeps."""

from __future__ import annotations

import math
import re
from datetime import date

from graph_builder.arabic.fold import fold
from graph_builder.arabic.lines import wraps
from graph_builder.arabic.markup import markup
from graph_builder.arabic.normalized import Edit, Normalized, article, line_breaks, normalized, plain
from graph_builder.arabic.posts import signs
from graph_builder.arabic.sentences import sentences
from graph_builder.arabic.spelling import arabic_key, distances, latin_keys
from graph_builder.arabic.spelling import plain as plain_latin
from graph_builder.arabic.uniform import uniform
from graph_builder.arabic.visual import logical
from graph_builder.corpus.article import one_line
from graph_builder.corpus.dates import EARLIEST, UnreadableDate, published
from graph_builder.corpus.headings import dateline, heading

_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")


def dates(text: str) -> None:
    """A value is a date that an article may have, none, or told to be unreadable."""
    try:
        found = published(text)
    except UnreadableDate as error:
        assert error.reason and error.remedy
    else:
        assert found is None or EARLIEST <= found.year <= date.today().year + 1
    first = dateline(text)
    assert first is None or first.year >= EARLIEST
    assert "\n" not in heading(text)


def folding(text: str) -> None:
    """What is folded folds to itself, on one line; what is made uniform is as long as it was."""
    folded = fold(text)
    assert fold(folded) == folded == " ".join(folded.split())
    assert len(uniform(text)) == len(text)
    assert one_line(one_line(text)) == one_line(text)
    assert logical(text).count("\n") == text.count("\n")


def offsets(text: str) -> None:
    """Every edit lies within the text and behind the one before; every offset of what is read points into the text."""
    for edits in (markup(text), signs(text), wraps(text)):
        _in_order(list(edits), text)
    for read in (article(text), normalized(text), plain(text)):
        _points_into(read, text)
    breaks = line_breaks(text)
    assert breaks == sorted(breaks) and all(0 <= place < len(text) for place in breaks)
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        last = end


def spelling(text: str) -> None:
    """Keys and distances of any word to any name: no distance is below 0 or no number."""
    word, _, name = text.partition("\n")
    latin = plain_latin(name)
    assert latin.isascii() and not _DOUBLED.search(latin)
    assert arabic_key(word) is not None and latin_keys(latin)
    (far,) = distances(
        word, [latin], {"ب": {"b": 0.0, "p": 0.5}, "ش": {"sch": 0.1}, "و": {"w": 0.0, "": 0.2}}, {"e": 0.1}
    )
    assert far >= 0 and not math.isnan(far)


def _in_order(edits: list[Edit], text: str) -> None:
    last = 0
    for start, end, _ in edits:
        assert last <= start < end <= len(text), (start, end, last)
        last = end


def _points_into(read: Normalized, text: str) -> None:
    last = 0
    for offset in range(len(read.text)):
        start, end = read.start(offset), read.end(offset + 1)
        assert last <= start < end <= len(text), (offset, start, end, last)
        last = start
    for place in {0, len(text) // 2, len(text)}:
        assert 0 <= read.find(place) <= len(read.text)
