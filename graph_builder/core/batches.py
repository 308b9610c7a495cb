"""Batches of documents, and functions that run work over them in this process or in others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from graph_builder.core.values import Document

Task = TypeVar("Task")
Result = TypeVar("Result")

# Characters of text per batch, which is also the most that is lost when a build is killed.
LONGEST = 60_000


class Run(Protocol):
    """Runs a function over tasks; other processes receive function, tasks and results by pickle."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Yield the result of each task in any order; tasks are consumed as needed."""


def here(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
    """Yield the result of each task, computed in this process."""
    return map(work, tasks)


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield the documents in batches of at most `LONGEST` characters; a longer document is a batch of its own."""
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
