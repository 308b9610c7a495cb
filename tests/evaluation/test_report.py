"""Figures and differences of an evaluation are printed, and annotation that does not fit is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError, GoldError
from graph_builder.evaluation.report import difference_lines, rule_lines, score_lines

_TESTS = Path(__file__).parents[1]
_GOLD, _OUTPUT = _TESTS / "gold" / "seeds", _TESTS.parent / "output"
_ARTICLE = "87b4613ce848539e"


def test_evaluation_prints_figures_of_every_kind() -> None:
    lines = list(score_lines(_GOLD, _OUTPUT))
    figure = r"P [01]\.\d{3}  R [01]\.\d{3}  F1 [01]\.\d{3}"
    assert [line.split()[0] for line in lines[:5]] == ["exact", "mention", "entity", "relation", "pair"]
    assert all(re.fullmatch(rf"[a-z ]{{9}} {figure}", line) for line in lines[:5])
    assert lines[5:] and all(re.fullmatch(rf"  [a-z_ ]{{16}} {figure}  \(gold \d+\)", line) for line in lines[5:])


def test_evaluation_by_rule_counts_every_rule_of_the_articles() -> None:
    lines = list(rule_lines(_GOLD, _OUTPUT))
    rows = (_OUTPUT / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    rules = {evidence["rule"] for row in rows for evidence in json.loads(row)["evidence"]}
    assert {line.split()[0] for line in lines} == rules
    assert all(
        re.fullmatch(r"[a-z_ ]{25}   *\d+ relations  [01]\.\d{3} right  [01]\.\d{3} of the right two", e) for e in lines
    )


def test_evaluation_differences_have_their_words() -> None:
    lines = list(difference_lines(_GOLD, _OUTPUT, _ARTICLE))
    assert {line.split()[0] for line in lines[::2]} <= {"missed", "false", "split", "joined"}
    assert all(line.startswith("        ") and line.strip() for line in lines[1::2])
    text = " ".join((_TESTS.parent / "seeds" / f"003_{_ARTICLE}.txt").read_text(encoding="utf-8").split())
    sentences = [below.strip() for line, below in zip(lines[::2], lines[1::2], strict=True) if line[:5] == "false"]
    assert sentences and all(sentence in text for sentence in sentences)


def test_evaluation_gold_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="has no annotated articles"):
        list(score_lines(tmp_path, _OUTPUT))
    with pytest.raises(DamagedBuildError, match=r"documents\.jsonl is missing"):
        list(score_lines(_GOLD, tmp_path))
    (tmp_path / "other.ann.txt").write_text("[[LOC:x|حلب]] جميلة", encoding="utf-8")
    with pytest.raises(GoldError, match="missing: other"):
        list(score_lines(tmp_path, _OUTPUT))
    (tmp_path / "other.rel.tsv").write_text("x\tlocated_in\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"other\.rel\.tsv, line 1"):
        list(score_lines(tmp_path, _OUTPUT))
    with pytest.raises(GoldError, match="has no article nothing") as error:
        list(difference_lines(_GOLD, _OUTPUT, "nothing"))
    assert error.value.name == "nothing" and _ARTICLE in error.value.suggestions


def test_evaluation_finds_articles_by_their_text(tmp_path: Path) -> None:
    for path in _GOLD.glob("*.*.*"):
        (tmp_path / f"renamed {path.name}").write_bytes(path.read_bytes())
    assert list(score_lines(tmp_path, _OUTPUT)) == list(score_lines(_GOLD, _OUTPUT))
    changed = next(iter(sorted(tmp_path.glob("*.ann.txt"))))
    changed.write_text(changed.read_text(encoding="utf-8") + ".", encoding="utf-8")
    with pytest.raises(GoldError, match="missing: renamed"):
        list(score_lines(tmp_path, _OUTPUT))
    changed = _GOLD / f"{_ARTICLE}.ann.txt"
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / changed.name).write_text(changed.read_text(encoding="utf-8") + ".", encoding="utf-8")
    with pytest.raises(
        GoldError, match=f"differs from the text annotated as {_ARTICLE}; build from the annotated text"
    ):
        list(score_lines(tmp_path / "one", _OUTPUT))
