"""The report of an evaluation: figures of tests/gold/score.py, and differences by sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder.core.errors import ReviewError
from graph_builder.evaluation.report import difference_lines, score_lines

_TESTS = Path(__file__).parents[1]
_GOLD, _OUTPUT = _TESTS / "gold" / "seeds", _TESTS.parent / "output"
_ARTICLE = "87b4613ce848539e"


def test_evaluation_figures_equal_score_py() -> None:
    command = [sys.executable, str(_TESTS / "gold" / "score.py"), str(_GOLD), str(_OUTPUT)]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert list(score_lines(_GOLD, _OUTPUT)) == printed.splitlines()


def test_evaluation_differences_have_their_words() -> None:
    lines = list(difference_lines(_GOLD, _OUTPUT, _ARTICLE))
    assert {line.split()[0] for line in lines[::2]} <= {"missed", "false", "split", "joined"}
    assert all(line.startswith("        ") and line.strip() for line in lines[1::2])
    text = " ".join((_TESTS.parent / "seeds" / f"003_{_ARTICLE}.txt").read_text(encoding="utf-8").split())
    sentences = [below.strip() for line, below in zip(lines[::2], lines[1::2], strict=True) if line[:5] == "false"]
    assert sentences and all(sentence in text for sentence in sentences)


def test_evaluation_gold_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="holds no annotation"):
        list(score_lines(tmp_path, _OUTPUT))
    with pytest.raises(ReviewError, match=r"documents\.jsonl is missing"):
        list(score_lines(_GOLD, tmp_path))
    (tmp_path / "other.ann.txt").write_text("[[LOC:x|حلب]] جميلة", encoding="utf-8")
    with pytest.raises(ReviewError, match="missing: other"):
        list(score_lines(tmp_path, _OUTPUT))
    (tmp_path / "other.rel.tsv").write_text("x\tlocated_in\n", encoding="utf-8")
    with pytest.raises(ReviewError, match=r"other\.rel\.tsv, line 1"):
        list(score_lines(tmp_path, _OUTPUT))
    with pytest.raises(ReviewError, match="has no article nothing"):
        list(difference_lines(_GOLD, _OUTPUT, "nothing"))
