"""Folds of the annotated articles are disjoint, and their recognizers have what they need in any run."""

from __future__ import annotations

from pathlib import Path

from graph_builder.annotate.weights import BUNDLED
from graph_builder.training.articles import Article, Note
from graph_builder.training.crossvalidate import copy_bundled_inputs, folds
from graph_builder.training.run_directory import RunDirectory

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


def test_crossvalidate_inputs_of_the_run_are_kept_and_others_are_the_bundled_ones(tmp_path: Path) -> None:
    run_directory = RunDirectory(tmp_path)
    run_directory.charlm("forward").write_bytes(b"of this run")
    copy_bundled_inputs(run_directory)
    assert run_directory.charlm("forward").read_bytes() == b"of this run"
    for own, theirs in (
        (run_directory.charlm("backward"), BUNDLED / "ar" / "backward_charlm" / "news.pt"),
        (run_directory.vectors("words"), BUNDLED / "ar" / "pretrain" / "words.pt"),
    ):
        assert own.read_bytes() == theirs.read_bytes()
    assert not list(tmp_path.rglob("*.part"))
