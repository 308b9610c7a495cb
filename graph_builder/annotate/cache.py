"""The cache of annotations on disk.

It has one CoNLL-U file per text, named by the hash of the text, in a folder named by the fingerprint of the models and
settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph_builder.core.annotations import Read
from graph_builder.core.errors import CacheError
from graph_builder.core.values import Annotated, Document, Span
from graph_builder.io import conllu
from graph_builder.io.text_cache import TextCache


@dataclass(frozen=True, slots=True)
class CachedAnnotation:
    """The annotation of a document as CoNLL-U text, and the bounds of its sentences.

    Passing it between processes and storing it takes a ninth of the time that the parsed annotation takes.
    """

    document: Document
    text: str
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, annotated: Annotated) -> CachedAnnotation:
        """Return an annotation in the form in which it is stored."""
        bounds = (Span(annotated.document.id, each.start, each.end) for each in annotated.sentences)
        return cls(annotated.document, conllu.write(annotated.sentences), tuple(bounds))


class Cache:
    """The annotations made with one set of models and settings."""

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory / fingerprint, "conllu")

    def get(self, document: Document) -> Annotated | None:
        """Return the annotation of a document, or None if it is absent, damaged, or points beyond the text."""
        text = self._texts.get(document.id)
        try:
            sentences = conllu.read(text) if text is not None else None
        except conllu.ConlluError:
            return None
        if sentences is None or any(token.end > len(document.text) for each in sentences for token in each.tokens):
            return None
        return Annotated(document, sentences)

    def kept(self, document: Document) -> Annotated:
        """Return the annotation of a document that is known to be cached.

        Raises:
            CacheError: If it no longer exists.
        """
        annotated = self.get(document)
        if annotated is None:
            raise self._vanished(document)
        return annotated

    def deferred(self, document: Document) -> Read:
        """Return a function that parses the annotation of a cached document, in this or in another process.

        Raises:
            CacheError: If it no longer exists.
        """
        text = self._texts.get(document.id)
        if text is None:
            raise self._vanished(document)
        return partial(_parsed, document, text)

    def put(self, annotated: Annotated | CachedAnnotation) -> None:
        """Store an annotation.

        Raises:
            CacheError: If it cannot be written.
        """
        written = annotated if isinstance(annotated, CachedAnnotation) else CachedAnnotation.of(annotated)
        self._texts.put(written.document.id, written.text)

    def _vanished(self, document: Document) -> CacheError:
        return CacheError(
            f"The annotation of {document.source} disappeared from {self._texts.directory} during the build; "
            "build again, and do not change that folder meanwhile."
        )


def _parsed(document: Document, text: str) -> Annotated:
    return Annotated(document, conllu.read(text))
