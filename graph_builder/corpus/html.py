"""Web pages: one article each, without what stands around it on the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph_builder.corpus.article import Article, Item, Unreadable, document
from graph_builder.corpus.decode import declaration, decode, load
from graph_builder.corpus.discover import File

_LARGEST = 10_000_000
# The labels of a menu, all that trafilatura finds on a page without an article, are shorter.
_WORDS_OF_A_SENTENCE = 5
# The page's own word, never a guess at its prose; nor may what is found depend on the day it is looked for.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read(file: File) -> Iterator[Item]:
    """The article in a web page: its main text, title and date as trafilatura finds them.

    Raises Unreadable, OSError.
    """
    raw = load(file.path, _LARGEST)
    import trafilatura  # takes longer to import than a corpus of text files to read
    from trafilatura.settings import Document as Page

    decoded = decode(raw, declaration(raw))
    page = trafilatura.bare_extraction(
        decoded.text, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if not isinstance(page, Page) or not _has_sentence(page.text or ""):
        raise Unreadable("no article is found in this page", "save the article's text as a .txt file")
    published = date.fromisoformat(page.date) if page.date else None
    yield Article(file.source, document(page.text or "", file.source, title=page.title or "", published=published))
    yield from decoded.problems(file.source)


def _has_sentence(text: str) -> bool:
    return any(len(line.split()) >= _WORDS_OF_A_SENTENCE for line in text.splitlines())
