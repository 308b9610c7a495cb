"""Read Word documents: one article each."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from graph_builder.corpus.article import Article, Item, document
from graph_builder.corpus.file import File, load


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the article in a .docx file: its paragraphs and the cells of its tables, each on a line.

    Raises:
        Unreadable: If the file is empty or contains no text.
        OSError: If it cannot be read.
        ModuleNotFoundError: If python-docx is not installed.
    """
    import docx
    from docx.table import Table

    lines: list[str] = []
    for block in docx.Document(io.BytesIO(load(file))).iter_inner_content():
        lines += (cell.text for row in block.rows for cell in row.cells) if isinstance(block, Table) else (block.text,)
    yield Article(file.source, document("\n".join(lines).strip(), file.source))
