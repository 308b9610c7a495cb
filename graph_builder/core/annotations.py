"""Annotations of a corpus, read one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from graph_builder.core.values import Annotated, Document

Read = Callable[[], Annotated]


class Annotations:
    """Annotations of a corpus, sorted by document id; each is read when it is iterated over and not kept.

    Args:
        documents: The documents.
        read: Returns the annotation of a document.
        deferred: Returns a function that reads the annotation of a document in any process; None if `read` itself can
            be pickled.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        read: Callable[[Document], Annotated],
        deferred: Callable[[Document], Read] | None = None,
    ) -> None:
        self.documents: Sequence[Document] = sorted(documents, key=lambda document: document.id)
        self._read = read
        self._deferred = deferred

    def __iter__(self) -> Iterator[Annotated]:
        return map(self._read, self.documents)

    def read(self, document: Document) -> Annotated:
        """Return the annotation of a document."""
        return self._read(document)

    def deferred(self, document: Document) -> Read:
        """Return a function that returns the annotation of a document, in this process or another."""
        return self._deferred(document) if self._deferred else partial(self._read, document)

    @classmethod
    def of(cls, annotated: Iterable[Annotated]) -> Annotations:
        """Return annotations in memory as `Annotations`; return `Annotations` unchanged."""
        if isinstance(annotated, cls):
            return annotated
        held = {each.document.id: each for each in annotated}
        return cls([each.document for each in held.values()], lambda document: held[document.id])
