"""Annotations kept on disk, so that an article is annotated once.

One CoNLL-U file a text, named by the text's hash, in a folder named by the fingerprint of the models and settings.
"""

from __future__ import annotations

from pathlib import Path

from graph_builder import conllu
from graph_builder.errors import CacheError
from graph_builder.text_cache import TextCache
from graph_builder.values import Annotated, Document


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
            raise CacheError(
                f"The annotation of {document.source} vanished from {self._texts.directory} while it was needed; "
                "build again, and leave the folder alone meanwhile."
            )
        return annotated

    def put(self, annotated: Annotated) -> None:
        """Keep an annotation.

        Raises CacheError.
        """
        self._texts.put(annotated.document.id, conllu.write(annotated.sentences))
