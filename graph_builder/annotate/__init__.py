"""Annotate documents: sentences, words with their syntax, entity tags, and offsets in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from graph_builder.annotate.cache import Cache, CachedAnnotation
from graph_builder.core.values import Annotated, Document, Problem

Annotator = Callable[[Sequence[Document]], Iterable[Annotated | Problem]]
Made = TypeVar("Made", Annotated, CachedAnnotation)


def annotate(
    documents: Sequence[Document], annotator: Callable[[Sequence[Document]], Iterable[Made | Problem]], cache: Cache
) -> Iterator[Annotated | Made | Problem]:
    """Yield the annotation of each document, from the cache or else from the annotator.

    A new annotation is added to the cache. A document on which the annotator failed yields its Problem, which is not
    cached.

    Raises:
        CacheError: If the cache cannot be written.
    """
    missing = []
    for document in documents:
        kept = cache.get(document)
        if kept is None:
            missing.append(document)
        else:
            yield kept
    if not missing:
        return
    for outcome in annotator(missing):
        if not isinstance(outcome, Problem):
            cache.put(outcome)
        yield outcome
