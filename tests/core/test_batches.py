"""Batches of articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph_builder.core import batches
from tests.support.sentences import document


def test_batches_hold_what_fits_and_one_article_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "LONGEST", 10)
    documents = [document(text) for text in ("خمسة", "أحرف", "في كل كلمة من الكلمات", "", "ستة")]
    found = list(batches.batches(documents))
    assert found == [documents[:2], documents[2:3], documents[3:]]
    assert list(batches.batches([])) == []


def test_batches_tasks_are_taken_lazily() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in (1, 2):
            taken.append(number)
            yield number

    results = batches.here(str, tasks())
    assert (next(results), taken) == ("1", [1])
