"""Read web archives (WARC): one article per page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from graph_builder.core.values import Problem
from graph_builder.corpus import html
from graph_builder.corpus.article import Item, Unreadable
from graph_builder.corpus.file import File, load

_PAGES = ("text/html", "application/xhtml+xml")


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles of the web pages in a WARC file; records that are not pages, or failed to load, are counted.

    Raises:
        Unreadable: If the file contains no web page.
        OSError: If it cannot be read.
        ModuleNotFoundError: If warcio is not installed.
    """
    from warcio.archiveiterator import ArchiveIterator

    others = pages = 0
    for number, record in enumerate(ArchiveIterator(io.BytesIO(load(file))), start=1):
        if record.rec_type not in ("response", "resource"):
            continue
        headers = record.http_headers
        status = headers.get_statuscode() if headers else "200"
        kind = (headers or record.rec_headers).get_header("Content-Type") or ""
        if status != "200" or not kind.lower().startswith(_PAGES):
            others += 1
            continue
        pages += 1
        place = f"{file.source}#{number}"
        address = record.rec_headers.get_header("WARC-Target-URI") or place
        try:
            yield from html.of_page(record.content_stream().read(), kind, place, address)
        except Unreadable as error:
            yield error.problem(place)
    if not pages:
        raise Unreadable("there is no web page in it", "remove it")
    if others:
        reason = f"{others:,} records in it are not pages or failed to load"
        yield Problem(file.source, reason, "no action is needed", "noted")
