"""Sentence boundaries against those marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.sentences import HERE, score
from tests.support.recorded import SEEDS, recorded, seeds


def test_gold_sentence_boundaries() -> None:
    assert score(list(recorded(seeds())))[2] >= 0.97


@pytest.mark.parametrize("path", sorted(HERE.glob("*.tsv")), ids=lambda path: path.stem)
def test_gold_sentence_marks_follow_their_words(path: Path) -> None:
    text = (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8")
    for row in path.read_text(encoding="utf-8").splitlines():
        end, words = row.split("\t")
        assert text[: int(end)].split()[-len(words.split()) :] == words.split()
