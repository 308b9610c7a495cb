"""Find HTML left in a text: tags, scripts and character references."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import TypeAlias

from lxml.html import defs

_Event: TypeAlias = tuple[int, str | None]  # its start and its replacement; None for the text itself

_MARKUP = re.compile(r"&[#A-Za-z]|<[/!?A-Za-z]")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
# The parser raises on a marked section that is not a condition of a word processor: «<![endif]>».
_UNKNOWN_SECTION = re.compile(r"<(?=!\[(?!(?:if|else|endif)(?![-\w.])))", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
# Tags at which a line begins or ends.
_BREAKS = (defs.block_tags - _CELLS - {"ins", "del"}) | {"br", "title", "article", "section", "figcaption", "figure"}
# Tags of HTML, HTML 5 and word processors.
_TAGS = defs.tags | _BREAKS | {"header", "footer", "nav", "aside", "main", "mark", "time", "picture", "source", "o:p"}
_REFERENCE = "&"
_UNREAD = frozenset({"script", "style"})


def has_markup(text: str) -> bool:
    """Return whether a text may contain markup."""
    return _MARKUP.search(text) is not None


def markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, end and replacement of each tag, comment, script and character reference.

    A tag that HTML does not define is text: «<الجزيرة>».
    """
    if _CDATA.search(text):  # their content is parsed after their removal
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
    """Return the text, of equal length, without opening delimiters that are never closed or that the parser refuses.

    For each unclosed one the parser searches to the end of the text, which takes quadratic time if there are many.
    """
    for opening, closing in (("<", ">"), ("<!--", "-->"), ("<![", "]")):
        end = text.rfind(closing) + 1
        text = text[:end] + text[end:].replace(opening, " " + opening[1:])
    return _UNKNOWN_SECTION.sub(" ", text)


class _Parser(HTMLParser):
    """A parser that records where markup begins and where text continues."""

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
