"""Documents → annotations: sentences, words with their syntax, entity tags, and where each stands in the text."""

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
    """Each document's annotation, out of the cache where it is there, made and kept where it is not.

    A document on which the annotator failed comes back as a Problem and is not kept.

    Raises CacheError.
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
