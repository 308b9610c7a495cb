"""Annotation goes through the cache: what is kept is not annotated again, and failures are not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from graph_builder.annotate import annotate
from graph_builder.annotate.cache import Cache
from graph_builder.core.errors import CacheError
from graph_builder.core.values import Annotated, Document, Problem
from tests.support.sentences import articles

_ARTICLES = {each.document.id: each for each in list(articles().values())[:4]}
_DOCUMENTS = [each.document for each in _ARTICLES.values()]
_BAD = _DOCUMENTS[1]


class _Annotator:
    """Knows the annotation of each article, notes what it was asked, and fails where it is told to."""

    def __init__(self, failing: Sequence[Document] = ()) -> None:
        self.failing = {document.id for document in failing}
        self.asked: list[list[Document]] = []

    def __call__(self, documents: Sequence[Document]) -> Iterator[Annotated | Problem]:
        self.asked.append(list(documents))
        for document in documents:
            if document.id in self.failing:
                yield Problem(document.source, "it failed", "leave it out")
            else:
                yield _ARTICLES[document.id]


def test_annotate_each_article_once(tmp_path: Path) -> None:
    annotator, cache = _Annotator(), Cache(tmp_path, "models")
    first = list(annotate(_DOCUMENTS, annotator, cache))
    second = list(annotate(_DOCUMENTS, annotator, cache))
    assert first == second == [_ARTICLES[document.id] for document in _DOCUMENTS]
    assert annotator.asked == [_DOCUMENTS]


def test_annotate_only_what_the_cache_lacks(tmp_path: Path) -> None:
    annotator, cache = _Annotator(), Cache(tmp_path, "models")
    list(annotate(_DOCUMENTS[:2], annotator, cache))
    found = list(annotate(_DOCUMENTS, annotator, cache))
    assert annotator.asked == [_DOCUMENTS[:2], _DOCUMENTS[2:]]
    assert {each.document.id for each in found if isinstance(each, Annotated)} == set(_ARTICLES)


def test_annotate_failure_is_reported_and_not_cached(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "models")
    found = list(annotate(_DOCUMENTS, _Annotator([_BAD]), cache))
    assert [each.source for each in found if isinstance(each, Problem)] == [_BAD.source]
    assert len(found) == len(_DOCUMENTS)
    again = _Annotator()
    assert _ARTICLES[_BAD.id] in list(annotate(_DOCUMENTS, again, cache))
    assert again.asked == [[_BAD]]


def test_annotate_keeps_what_was_annotated_before_an_error(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "models")
    stopped = annotate(_DOCUMENTS, _Annotator(), cache)
    next(stopped), next(stopped)
    del stopped
    annotator = _Annotator()
    list(annotate(_DOCUMENTS, annotator, cache))
    assert annotator.asked == [_DOCUMENTS[2:]]


def test_annotate_without_new_articles_starts_no_annotator(tmp_path: Path) -> None:
    annotator = _Annotator()
    assert list(annotate([], annotator, Cache(tmp_path, "models"))) == []
    assert annotator.asked == []


def test_annotate_unwritable_cache_raises(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CacheError):
        list(annotate(_DOCUMENTS, _Annotator(), Cache(tmp_path / "file", "models")))
