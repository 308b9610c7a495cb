"""Read PDF files with text: one article each."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping

from graph_builder.corpus.article import Article, Item, Unreadable, document
from graph_builder.corpus.file import File, load


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the article in a PDF file: the text of its pages in order.

    Raises:
        Unreadable: If the file is encrypted or contains no text.
        OSError: If it cannot be read.
        ModuleNotFoundError: If pypdf is not installed.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are reported below or repaired by it
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(load(file))).pages]
    except pypdf.errors.FileNotDecryptedError:
        raise Unreadable("it is locked with a password", "save a copy without the password") from None
    text = "\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise Unreadable("it contains page images and no text", "run text recognition (OCR) on it and save the result")
    yield Article(file.source, document(text, file.source))
