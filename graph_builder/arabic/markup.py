"""HTML that came along with a text: tags, scripts and character references."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import TypeAlias

from lxml.html import defs

_Event: TypeAlias = tuple[int, str | None]  # where it begins, and what is read in its stead, None for the text itself

_MARKUP = re.compile(r"&[#A-Za-z]|<[/!?A-Za-z]")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_CELLS = frozenset({"td", "th"})
# Where one of these begins or ends, a line does.
_BREAKS = (defs.block_tags - _CELLS - {"ins", "del"}) | {"br", "title", "article", "section", "figcaption", "figure"}
# Those of HTML 5 among them, and of the word processors that pages are written with.
_TAGS = defs.tags | _BREAKS | {"header", "footer", "nav", "aside", "main", "mark", "time", "picture", "source", "o:p"}
_REFERENCE = "&"
_UNREAD = frozenset({"script", "style"})


def has_markup(text: str) -> bool:
    """Return whether there may be markup in a text."""
    return _MARKUP.search(text) is not None


def markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each tag, comment, script and character reference: its start, its end and what is read in its stead.

    A tag that HTML does not have is none: «<الجزيرة>» is text.
    """
    if _CDATA.search(text):  # what they enclose is read once they are gone
        yield from ((each.start(), each.end(), "") for each in _CDATA.finditer(text))
        return
    parser = _Parser(text)
    parser.feed(_closed(text))
    parser.close()
    for (start, instead), (end, _) in pairwise([*parser.events, (len(text), None)]):
        read = html.unescape(text[start:end]) if instead == _REFERENCE else instead
        if read is not None and text[start:end] != read and start < end:
            yield start, end, read


def _closed(text: str) -> str:
    """Return a text, as long as it was, in which nothing opens that is never closed.

    The parser looks for the end of each to the end of the text, and a text may open a hundred thousand.
    """
    for opening, closing in (("<", ">"), ("<!--", "-->"), ("<![", "]")):
        end = text.rfind(closing) + 1
        text = text[:end] + text[end:].replace(opening, " " + opening[1:])
    return text


class _Parser(HTMLParser):
    """Notes where something other than text begins, and where text goes on."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.events: list[_Event] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._unread = ""

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self._tag(tag)
        if tag in _UNREAD:
            self._unread = tag

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self._tag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unread = "" if tag == self._unread else self._unread
        self._tag(tag)

    def handle_data(self, _: str) -> None:
        self._note("" if self._unread else None)

    def handle_entityref(self, _: str) -> None:
        self._note("" if self._unread else _REFERENCE)

    def handle_charref(self, _: str) -> None:
        self._note("" if self._unread else _REFERENCE)

    def handle_comment(self, _: str) -> None:
        self._note("")

    def handle_decl(self, _: str) -> None:
        self._note("")

    def handle_pi(self, _: str) -> None:
        self._note("")

    def unknown_decl(self, _: str) -> None:
        self._note("")

    def _tag(self, tag: str) -> None:
        if tag not in _TAGS:
            self._note(None)
        elif tag in _BREAKS:
            self._note("\n")
        else:
            self._note(" " if tag in _CELLS else "")

    def _note(self, instead: str | None) -> None:
        line, column = self.getpos()
        self.events.append((self._lines[line - 1] + column, instead))
