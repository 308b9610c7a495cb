"""Sentences end where they were marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.sentences import HERE, score
from tests.support.recorded import SEEDS, recorded, seeds


def test_sentences_of_the_seeds_end_where_they_were_marked() -> None:
    assert score(list(recorded(seeds())))[2] >= 0.97


@pytest.mark.parametrize("path", sorted(HERE.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_mark_stands_behind_the_words_noted_beside_it(path: Path) -> None:
    text = (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8")
    for row in path.read_text(encoding="utf-8").splitlines():
        end, words = row.split("\t")
        assert text[: int(end)].split()[-len(words.split()) :] == words.split()
