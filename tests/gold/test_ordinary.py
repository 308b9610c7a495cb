"""Floors of precision and recall on ordinary newspaper articles.

The bundled models have learnt from these articles: what is measured here is no estimate of what they reach on others
(`graph-builder models cross-validate` prints one), but it falls when a rule or the lexicon makes them worse.
The texts of the articles are no part of this repository; without them the test is skipped.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import graph_builder as gb
from graph_builder.evaluation.report import read_comparison
from graph_builder.evaluation.score import Score, scores
from graph_builder.training.articles import NOTES, articles, write_gold

pytestmark = pytest.mark.model

CORPORA = os.environ.get("GRAPH_BUILDER_CORPORA")
# So many articles apart are those that are read.
EVERY = 60
FLOORS = {"mention": 0.95, "entity": 0.92, "relation": 0.51, "pair": 0.57}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    folder = tmp_path_factory.mktemp("ordinary")
    (folder / "notes").mkdir()
    for note in sorted(NOTES.glob("*.note"))[::EVERY]:
        shutil.copy(note, folder / "notes")
    write_gold(articles(Path(CORPORA or ""), folder / "notes"), folder / "gold")
    texts = sorted(path for path in (folder / "gold").glob("n*.txt") if not path.name.endswith(".ann.txt"))
    gb.build([str(path) for path in texts], folder / "out")
    comparison, _ = read_comparison(folder / "gold", folder / "out")
    return scores(comparison)


@pytest.mark.skipif(not CORPORA, reason="the articles are read from the folder that GRAPH_BUILDER_CORPORA names")
@pytest.mark.parametrize("figure", FLOORS)
def test_quality_floors_on_ordinary_articles(figures: dict[str, Score], figure: str) -> None:
    assert figures[figure].f1 >= FLOORS[figure]
