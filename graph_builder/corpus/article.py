"""What every reader yields: an article with its place, or a problem in its stead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph_builder.arabic.normalized import plain
from graph_builder.core.values import Document, Problem, Sentence, content_id
from graph_builder.corpus.headings import dateline, heading

LONGEST = 1_000_000
"""The most characters that an article may have: a long book's worth. What is longer is not one article."""

# What XML 1.0, and with it GraphML and GEXF, cannot hold, lone surrogates among it.
_ILLEGIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unreadable(Exception):
    """An article that cannot be one, with the reason and the remedy for its owner."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy

    def problem(self, source: str) -> Problem:
        """The same in words for the owner of `source`."""
        return Problem(source, self.reason, self.remedy)


@dataclass(frozen=True, slots=True)
class Article:
    """A document and the place in the inputs that it was read from, which its `source` need not be.

    `sentences` is None where nobody has annotated it yet.
    """

    place: str
    document: Document
    sentences: tuple[Sentence, ...] | None = None


Item: TypeAlias = Article | Problem


def document(text: str, source: str, *, title: str = "", published: date | None = None) -> Document:
    """A document of that text. Without a title or a date, those of the text's own first lines are taken.

    Raises Unreadable if the text is empty, too long, or has no letter.
    """
    text = legible(text)
    if not text.strip():
        raise Unreadable("there is no text in it", "put the article's text into it or remove it")
    if len(text) > LONGEST:
        raise too_long(f"{len(text):,} characters")
    if not any(map(str.isalpha, text)):
        raise Unreadable("there is not one letter in it", "put the article's text into it or remove it")
    shown = plain(text).text
    return Document(
        id=content_id(text),
        source=one_line(source),
        title=one_line(plain(title).text) or heading(shown),
        text=text,
        published=published or dateline(shown),
    )


def too_long(size: str) -> Unreadable:
    """What is wrong with an article of that size."""
    return Unreadable(f"it has {size}, and an article may have {LONGEST:,} characters", "split it into its articles")


def unreadable(error: OSError) -> Unreadable:
    """What the system says is wrong with a file, in words for its owner."""
    if isinstance(error, PermissionError):
        return Unreadable("you have no right to read it", "ask its owner for the right, or leave it out")
    return Unreadable(f"it cannot be read ({error.strerror or error})", "see that it is there and the disk is well")


def legible(text: str) -> str:
    """The text with U+FFFD for each code point that a file of text cannot hold; offsets stay as they are."""
    return _ILLEGIBLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text legible and on one line, spaces made single."""
    return " ".join(legible(text).split())
