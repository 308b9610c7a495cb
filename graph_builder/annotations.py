"""The annotations of a corpus, which need not all be in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph_builder.values import Annotated, Document


class Annotations:
    """The annotated documents of a corpus, sorted by id, each read anew whenever it comes up."""

    def __init__(self, documents: Iterable[Document], read: Callable[[Document], Annotated]) -> None:
        self.documents: Sequence[Document] = sorted(documents, key=lambda document: document.id)
        self._read = read

    def __iter__(self) -> Iterator[Annotated]:
        return map(self._read, self.documents)

    def read(self, document: Document) -> Annotated:
        """Return the annotation of one of the documents."""
        return self._read(document)

    def __len__(self) -> int:
        return len(self.documents)

    @classmethod
    def of(cls, annotated: Iterable[Annotated]) -> Annotations:
        """Return annotations that are in memory, in whatever order, or those given."""
        if isinstance(annotated, cls):
            return annotated
        held = {each.document.id: each for each in annotated}
        return cls([each.document for each in held.values()], lambda document: held[document.id])
