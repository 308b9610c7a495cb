"""Text files: one article each, the title on the first line."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.corpus.article import LONGEST, Article, Item, document
from graph_builder.corpus.decode import decode, load
from graph_builder.corpus.discover import File

# No encoding takes more for a character.
_LARGEST = 4 * LONGEST


def read(file: File) -> Iterator[Item]:
    """The article in a text file. Its text is the whole file, line ends as they are.

    Raises Unreadable, OSError.
    """
    decoded = decode(load(file.path, _LARGEST))
    yield Article(file.source, document(decoded.text, file.source))
    yield from decoded.problems(file.source)
