"""The items that every reader yields: an article with its place, or a problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph_builder.arabic.normalized import plain
from graph_builder.core.values import Document, Problem, Sentence, content_id
from graph_builder.corpus.headings import dateline, heading
from graph_builder.io.text import legible

LONGEST = 1_000_000
"""The maximum length of an article in characters, that of a long book; a longer text is not one article."""

# Characters that XML 1.0, and therefore GraphML and GEXF, cannot represent, lone surrogates included.


class Unreadable(Exception):
    """An input that cannot be read as an article, with a reason and a remedy for the user."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy

    def problem(self, source: str) -> Problem:
        """Return the problem to report for `source`."""
        return Problem(source, self.reason, self.remedy)


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its place in the inputs.

    Attributes:
        place: The file it was read from, with the row or item if there are several; the document's source may differ.
        document: The document.
        sentences: Its annotation, or None if it has none yet.
    """

    place: str
    document: Document
    sentences: tuple[Sentence, ...] | None = None


Item: TypeAlias = Article | Problem


def document(text: str, source: str, *, title: str = "", published: date | None = None) -> Document:
    """Return a document. A missing title or date is taken from the first lines of the text.

    Raises:
        Unreadable: If the text is empty, is longer than `LONGEST`, or contains no letter.
    """
    text = legible(text)
    if not text.strip():
        raise Unreadable("there is no text in it", "put the article's text into it or remove it")
    if len(text) > LONGEST:
        raise too_long(f"{len(text):,} characters")
    if not any(map(str.isalpha, text)):
        raise Unreadable("it contains no letters", "put the article's text into it or remove it")
    shown = plain(text).text
    return Document(
        id=content_id(text),
        source=one_line(source),
        title=one_line(plain(title).text) or heading(shown),
        text=text,
        published=published or dateline(shown),
    )


def too_long(size: str) -> Unreadable:
    """Return the error for an article of that size."""
    return Unreadable(f"it has {size}, and an article may have {LONGEST:,} characters", "split it into its articles")


def unreadable(error: OSError) -> Unreadable:
    """Return the error for a file that the operating system cannot open or read."""
    if isinstance(error, PermissionError):
        return Unreadable("you do not have permission to read it", "ask its owner for access or leave it out")
    return Unreadable(f"it cannot be read ({error.strerror or error})", "check that it exists and that the disk works")


def one_line(text: str) -> str:
    """Return the text on one line, legible and with single spaces."""
    return " ".join(legible(text).split())
