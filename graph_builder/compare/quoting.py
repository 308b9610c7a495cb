"""The sentences that a page quotes, in parts, and the articles that they are from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from graph_builder.arabic.normalized import plain
from graph_builder.compare.values import Both, Comparison, Quote
from graph_builder.core.sources import web_host
from graph_builder.core.values import Document

Part: TypeAlias = tuple[str, str]
"""A piece of text, and what it is: `` for nothing, or the mark or the anchor that it has."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article that is quoted, with its text in parts, the sentences quoted with their anchors."""

    document: Document
    parts: tuple[Part, ...]
    address: str


class Quoting:
    """The quotes of a page, with an anchor for each in its article."""

    def __init__(self, comparison: Comparison, quotes: Iterable[Both[tuple[Quote, ...]]]) -> None:
        self._documents = {each.id: each for side in comparison.sides for each in side.knowledge.documents}
        self._spans: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for sides in quotes:
            for quote in (*sides[0], *sides[1]):
                self._spans[quote.document].add((quote.start, quote.end))

    def document(self, quote: Quote) -> Document:
        """Return the article of a quote."""
        return self._documents[quote.document]

    def parts(self, quote: Quote) -> list[Part]:
        """Return the sentence of a quote in parts, those that are marked with `mark`."""
        text = self._documents[quote.document].text
        return _divided(text, quote.start, quote.end, [(start, end, "mark") for start, end in quote.marks])

    def anchor(self, quote: Quote) -> str:
        """Return the anchor of the sentence of a quote in its article."""
        return _anchor(quote.document, quote.start)

    def articles(self) -> list[Quoted]:
        """Return the articles that are quoted, sorted by source."""
        found = sorted((self._documents[each] for each in self._spans), key=lambda each: (each.source, each.id))
        return [Quoted(each, tuple(self._whole(each)), each.source if web_host(each.source) else "") for each in found]

    def _whole(self, document: Document) -> list[Part]:
        anchored, last = list[tuple[int, int, str]](), 0
        for start, end in sorted(self._spans[document.id]):
            if start >= last:
                anchored.append((start, end, _anchor(document.id, start)))
                last = end
        return _divided(document.text, 0, len(document.text), anchored)


def _divided(text: str, start: int, end: int, special: Iterable[tuple[int, int, str]]) -> list[Part]:
    parts: list[Part] = []
    for first, last, what in special:
        parts += [(plain(text[start:first]).text, ""), (plain(text[first:last]).text, what)]
        start = last
    parts.append((plain(text[start:end]).text, ""))
    return [part for part in parts if part[0]]


def _anchor(document: str, start: int) -> str:
    return f"s-{document}-{start}"
