"""Folds of the annotated articles are disjoint."""

from __future__ import annotations

from graph_builder.training.articles import Article, Note
from graph_builder.training.crossvalidate import folds

WORDS = [f"كلمة{number}" for number in range(400)]


def _article(number: int, first: int, *, is_later: bool = False) -> Article:
    return Article(Note(number, "", (), (), is_later), " ".join(WORDS[first : first + 60]), ())


def test_crossvalidate_folds_keep_sources_together() -> None:
    every = [_article(number, first) for number, first in enumerate([0, 60, 120, 180, 240, 10, 185])]
    parts = [{article.note.number for article in part} for part in folds(every, 3)]
    assert sorted(number for part in parts for number in part) == list(range(7))
    assert all(({0, 5} <= part or not {0, 5} & part) for part in parts)
    assert all(({3, 6} <= part or not {3, 6} & part) for part in parts)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert folds(every, 3) == folds(every, 3)


def test_crossvalidate_later_articles_move_no_other() -> None:
    every = [_article(number, first) for number, first in enumerate([0, 60, 120, 180, 240])]
    later = [_article(number, first, is_later=True) for number, first in [(5, 300), (6, 5), (7, 310), (8, 340)]]
    before = [{article.note.number for article in part} for part in folds(every, 3)]
    after = [{article.note.number for article in part} for part in folds([*later, *every], 3)]
    assert [part - {5, 6, 7, 8} for part in after] == before
    assert sorted(number for part in after for number in part) == list(range(9))
    assert any({0, 6} <= part for part in after)
    assert any({5, 7} <= part for part in after)
