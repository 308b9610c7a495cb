"""Read web pages: the main text of each is an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Article, Item, Unreadable, document
from graph_builder.corpus.dates import UnreadableDate, published
from graph_builder.corpus.decode import declaration, decode
from graph_builder.corpus.file import File, load

_LARGEST = 10_000_000
# On a page without an article trafilatura finds only the labels of menus, which are shorter.
_WORDS_OF_A_SENTENCE = 5
# Only the date that the page states, never a guess from its prose; the result must not depend on today's date.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the article in a web page: its main text, title and date as trafilatura finds them.

    Raises:
        Unreadable: If no article is found.
        OSError: If the file cannot be read.
    """
    yield from of_page(load(file, _LARGEST), "", file.source, file.source)


def of_page(raw: bytes, kind: str, place: str, source: str) -> Iterator[Item]:
    """Yield the article in the bytes of a page.

    Args:
        raw: The page.
        kind: Its content type, which may name its encoding; "" if unknown.
        place: Its place in the inputs, for problems.
        source: The source of the article, such as its address.

    Raises:
        Unreadable: If no article is found.
    """
    import trafilatura  # takes longer to import than a corpus of text files to read
    from trafilatura.settings import Document as Page

    decoded = decode(raw, declaration(kind.encode("ascii", "ignore")) or declaration(raw))
    page = trafilatura.bare_extraction(
        decoded.text, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if not isinstance(page, Page) or not _has_sentence(page.text or ""):
        raise Unreadable("no article is found in this page", "save the article's text as a .txt file")
    when = None
    try:
        when = published(page.date or "")
    except UnreadableDate as error:
        yield Problem(place, f"the date {page.date!r} is ignored: {error.reason}", error.remedy, "noted")
    yield Article(place, document(page.text or "", source, title=page.title or "", published=when))
    yield from decoded.problems(place)


def _has_sentence(text: str) -> bool:
    return any(len(line.split()) >= _WORDS_OF_A_SENTENCE for line in text.splitlines())
