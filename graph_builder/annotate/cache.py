"""Annotations kept on disk, so that an article is annotated once.

One CoNLL-U file a text, named by the text's hash, in a folder named by the fingerprint of the models and settings.
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
    """A document's annotation as it is kept, in CoNLL-U, and the bounds of its sentences.

    Made in another process, it is sent and kept in a ninth of the time that the annotation itself takes.
    """

    document: Document
    text: str
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, annotated: Annotated) -> CachedAnnotation:
        """Return an annotation as it is kept."""
        bounds = (Span(annotated.document.id, each.start, each.end) for each in annotated.sentences)
        return cls(annotated.document, conllu.write(annotated.sentences), tuple(bounds))


class Cache:
    """The annotations made with one set of models and settings."""

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory / fingerprint, "conllu")

    def get(self, document: Document) -> Annotated | None:
        """The document's annotation; None if it is not kept, not kept as it was put, or points beyond the text."""
        text = self._texts.get(document.id)
        try:
            sentences = conllu.read(text) if text is not None else None
        except conllu.ConlluError:
            return None
        if sentences is None or any(token.end > len(document.text) for each in sentences for token in each.tokens):
            return None
        return Annotated(document, sentences)

    def kept(self, document: Document) -> Annotated:
        """The annotation of a document that was found or put here before.

        Raises CacheError if it is not there any more.
        """
        annotated = self.get(document)
        if annotated is None:
            raise self._vanished(document)
        return annotated

    def deferred(self, document: Document) -> Read:
        """Return a function that parses the annotation of a document that is kept, here or in another process.

        Raises CacheError if it is not there any more.
        """
        text = self._texts.get(document.id)
        if text is None:
            raise self._vanished(document)
        return partial(_parsed, document, text)

    def put(self, annotated: Annotated | CachedAnnotation) -> None:
        """Keep an annotation.

        Raises CacheError.
        """
        written = annotated if isinstance(annotated, CachedAnnotation) else CachedAnnotation.of(annotated)
        self._texts.put(written.document.id, written.text)

    def _vanished(self, document: Document) -> CacheError:
        return CacheError(
            f"The annotation of {document.source} vanished from {self._texts.directory} while it was needed; "
            "build again, and leave the folder alone meanwhile."
        )


def _parsed(document: Document, text: str) -> Annotated:
    return Annotated(document, conllu.read(text))
