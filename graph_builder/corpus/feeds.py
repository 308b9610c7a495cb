"""Read RSS and Atom feeds: one article per item."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from graph_builder.arabic.normalized import plain
from graph_builder.core.values import Problem
from graph_builder.corpus.article import Article, Item, Unreadable, document
from graph_builder.corpus.dates import UnreadableDate, published
from graph_builder.corpus.file import File, load


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles of an RSS or Atom file: the longest text of each item, without markup.

    Raises:
        Unreadable: If the file contains no item.
        OSError: If it cannot be read.
    """
    import feedparser

    feed = feedparser.parse(io.BytesIO(load(file)), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        reason = f" ({feed.bozo_exception})" if feed.bozo else ""
        raise Unreadable(f"no feed item is found in it{reason}", "check that it is a complete RSS or Atom file")
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.exceptions.CharacterEncodingOverride):
        reason = f"it is not well-formed ({feed.bozo_exception}), and items may be missing"
        yield Problem(file.source, reason, "fetch it again from its source if they matter", "noted")
    for number, entry in enumerate(feed.entries, start=1):
        yield from _article(f"{file.source}#{number}", entry)


def _article(place: str, entry: Mapping[str, Any]) -> Iterator[Item]:
    texts = [*(content.get("value", "") for content in entry.get("content", ())), entry.get("summary", "")]
    text = max((_paragraphs(text) for text in texts), key=len)
    title = plain(entry.get("title", "")).text
    when = None
    stated = entry.get("published") or entry.get("updated") or ""
    try:
        when = published(stated)
    except UnreadableDate as error:
        yield Problem(place, f"the date {stated[:40]!r} is ignored: {error.reason}", error.remedy, "noted")
    try:
        yield Article(place, document(text or title, entry.get("link") or place, title=title, published=when))
    except Unreadable as error:
        yield error.problem(place)


def _paragraphs(markup: str) -> str:
    lines = (" ".join(line.split()) for line in plain(markup).text.splitlines())
    return "\n".join(line for line in lines if line)
