"""Articles in batches, and what runs a function over them: this process, or others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from graph_builder.core.values import Document

Task = TypeVar("Task")
Result = TypeVar("Result")

# Characters of text that are worked on together; also what is lost at most when a build is killed.
LONGEST = 60_000


class Run(Protocol):
    """What runs a function over tasks; elsewhere, function, tasks and results are sent by pickle."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Yield the result of each task, in no promised order; tasks are taken as they are needed."""


def here(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
    """Yield the result of each task, computed in this process."""
    return map(work, tasks)


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield the documents in batches of at most `LONGEST` characters, or of one document that is longer."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > LONGEST:
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch
