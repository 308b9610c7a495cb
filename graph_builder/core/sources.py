"""Where an article is from, by its source."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import SplitResult, urlsplit

from graph_builder.core.values import is_iri


def origin(source: str) -> str:
    """Return the origin of a source: the host of an address, the table of a row, or else the folder.

    >>> origin("https://www.example.org/news/1"), origin("papers/north.csv#7"), origin("papers/north/1.txt")
    ('www.example.org', 'papers/north.csv', 'papers/north')
    """
    address = _web_address(source)
    if address:
        return address.netloc
    table, _, row = source.rpartition("#")
    if table and row:
        return table
    folder = str(PurePosixPath(source).parent)
    return "" if folder == "." else folder


def web_host(source: str) -> str:
    """Return the host of a source that is a web address, else ""."""
    address = _web_address(source) if is_iri(source) else None
    return (address.hostname or "") if address else ""


def _web_address(source: str) -> SplitResult | None:
    try:
        address = urlsplit(source)
    except ValueError:  # «http://[a»: a host in brackets that is no IPv6 address
        return None
    return address if address.scheme in ("http", "https") else None


def names(source: str) -> frozenset[str]:
    """Return all that a reader may call the source: itself, its origin, and the folders and the file in its path.

    >>> sorted(names("https://www.example.org/news/1"))
    ['example.org', 'https://www.example.org/news/1', 'www.example.org']
    >>> sorted(names("papers/north.csv#7"))
    ['north', 'north.csv', 'papers', 'papers/north.csv', 'papers/north.csv#7']
    """
    of = origin(source)
    if "://" in source and of:
        return frozenset({source, of, of.removeprefix("www.")})
    path = PurePosixPath(of if "#" in source and of else source)
    folders = {str(each) for each in path.parents} | set(path.parts[:-1])
    return (frozenset({source, of, str(path), path.name, path.stem}) | folders) - {"", ".", "/"}
