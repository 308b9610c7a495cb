"""Read text files: one article each, its title on the first line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph_builder.corpus.article import LONGEST, Article, Item, document
from graph_builder.corpus.decode import decode
from graph_builder.corpus.file import File, load

# No encoding needs more bytes for a character.
_LARGEST = 4 * LONGEST


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the article in a text file: the whole file, line ends unchanged.

    Raises:
        Unreadable: If the file is empty, too large, or not text.
        OSError: If it cannot be read.
    """
    decoded = decode(load(file, _LARGEST))
    yield Article(file.source, document(decoded.text, file.source))
    yield from decoded.problems(file.source)
