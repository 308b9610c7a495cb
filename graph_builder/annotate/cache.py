"""Annotations kept on disk, so that an article is annotated once.

One CoNLL-U file a text, named by the text's hash, in a folder named by the fingerprint of the models and settings.
Its second line is the hash of all below: a file that is cut short, damaged or of another text is as good as none.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from graph_builder import conllu
from graph_builder.errors import CacheError
from graph_builder.values import Annotated, Document, content_id


class Cache:
    """The annotations made with one set of models and settings."""

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._directory = directory / fingerprint

    def get(self, document: Document) -> Annotated | None:
        """The document's annotation; None if it is not kept, or not kept as it was put."""
        try:
            text = self._path(document).read_text(encoding="utf-8")
            rows = text.split("\n", 2)[-1]
            return Annotated(document, conllu.read(rows)) if text == _content(document, rows) else None
        except (OSError, UnicodeDecodeError, conllu.ConlluError):
            return None

    def kept(self, document: Document) -> Annotated:
        """The annotation of a document that was found or put here before.

        Raises CacheError if it is not there any more.
        """
        annotated = self.get(document)
        if annotated is None:
            raise CacheError(
                f"The annotation of {document.source} vanished from {self._directory} while it was needed; "
                "build again, and leave the folder alone meanwhile."
            )
        return annotated

    def put(self, annotated: Annotated) -> None:
        """Keep an annotation: written aside, then renamed, so that a kept file is a whole one.

        Raises CacheError.
        """
        path = self._path(annotated.document)
        text = _content(annotated.document, conllu.write(annotated.sentences))
        aside = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=path.parent, suffix=".part", delete=False
            ) as file:
                aside = Path(file.name)
                file.write(text)
            aside.replace(path)
        except OSError as error:
            raise CacheError(
                f"The annotation cache {self._directory} cannot be written ({error.strerror}); "
                "free some space, or choose another folder with --cache."
            ) from error
        finally:
            if aside is not None:
                with contextlib.suppress(OSError):
                    aside.unlink()

    def _path(self, document: Document) -> Path:
        return self._directory / f"{document.id}.conllu"


def _content(document: Document, rows: str) -> str:
    return f"# newdoc id = {document.id}\n# digest = {content_id(rows)}\n{rows}"
