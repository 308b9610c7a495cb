"""Text files: one article each, the title on the first line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph_builder.corpus.article import LONGEST, Article, Item, document
from graph_builder.corpus.decode import decode
from graph_builder.corpus.file import File, load

# No encoding takes more for a character.
_LARGEST = 4 * LONGEST


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """The article in a text file. Its text is the whole file, line ends as they are.

    Raises Unreadable, OSError.
    """
    decoded = decode(load(file, _LARGEST))
    yield Article(file.source, document(decoded.text, file.source))
    yield from decoded.problems(file.source)
