"""The figures of the model card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph_builder.training import evaluate, treebank
from graph_builder.training.evaluate import Count, Pipelines, f1, name_counts, tree_counts
from tests.training.test_treebank import _UNIT


@pytest.fixture
def trees(tmp_path: Path) -> list[treebank.Tree]:
    """Two paragraphs."""
    path = tmp_path / "two.conllu"
    path.write_text(_UNIT * 2, encoding="utf-8")
    return treebank.read(path)


def _as_stanza(trees: Sequence[treebank.Tree]) -> list[Any]:
    """The units as a pipeline would give them back if it made no mistake."""
    from stanza.utils.conll import CoNLL

    return [CoNLL.conll2doc(input_str=treebank.conllu([tree])) for tree in trees]


def _pipelines(raw: Callable[[Sequence[str]], Sequence[Any]]) -> Pipelines:
    """Only the one on texts."""
    return Pipelines(raw, _unused)


def _unused(_sentences: Sequence[Sequence[str]], _corpus: str) -> Sequence[Sequence[str]]:
    return []


def test_evaluate_equal_annotations_score_one(trees: list[treebank.Tree]) -> None:
    counted = tree_counts(_pipelines(lambda _: _as_stanza(trees)), trees)
    assert len(counted) == 2
    assert all(f1([unit[measure] for unit in counted]) == 100 for measure in evaluate.MEASURES)


def test_evaluate_wrong_head_costs_its_word(trees: list[treebank.Tree]) -> None:
    rows = [list(row) for row in trees[0].rows]
    rows[6][treebank.HEAD] = "1"  # رأي
    wrong = treebank.Tree(tuple(map(tuple, rows)), True)
    (unit,) = tree_counts(_pipelines(lambda _: _as_stanza([wrong])), trees[:1])
    assert unit["LAS"] == Count(10, 10, 9) and unit["UPOS"] == Count(10, 10, 10)


def test_evaluate_text_is_typed_with_noise_and_scored_against_the_gold(trees: list[treebank.Tree]) -> None:
    given: list[str] = []

    def annotate(texts: Sequence[str]) -> list[Any]:
        given.extend(texts)
        return _as_stanza(trees)

    typed = [treebank.retype(tree, lambda word: word.replace("رأي", "رـــأي")) for tree in trees]
    counted = tree_counts(_pipelines(annotate), typed)
    assert all("رـــأي" in text for text in given)
    assert f1([unit["Words"] for unit in counted]) == 100


def test_evaluate_name_needs_bounds_and_kind() -> None:
    sentences = [[("سامي", "B-PER"), ("الحداد", "I-PER"), ("في", "O"), ("بغداد", "B-LOC"), ("الروسي", "B-MISC")]]
    counts = name_counts(lambda *_: [["B-PER", "E-PER", "O", "S-ORG", "S-MISC"]], sentences, "aqmar")
    assert counts["PER"] == [Count(1, 1, 1)] and counts["LOC"] == [Count(1, 0, 0)] and counts["ORG"] == [Count(0, 1, 0)]
    assert counts["all"] == [Count(2, 2, 1)] and f1(counts["all"]) == 50


def test_evaluate_names_agree_with_stanza() -> None:
    from stanza.models.ner.scorer import score_by_entity

    gold = [["B-PER", "E-PER", "O", "S-LOC"], ["S-ORG", "O", "B-LOC", "E-LOC"]]
    found = [["B-PER", "E-PER", "O", "S-ORG"], ["S-ORG", "O", "B-LOC", "E-LOC"]]
    bio = {"B": "B", "S": "B", "I": "I", "E": "I"}
    sentences = [[(str(i), f"{bio[t[0]]}{t[1:]}" if t != "O" else t) for i, t in enumerate(tags)] for tags in gold]
    _, _, theirs, _ = score_by_entity(found, gold, verbose=False)
    assert f1(name_counts(lambda *_: found, sentences, "aqmar")["all"]) == pytest.approx(100 * theirs)


def test_evaluate_confidence_interval_holds_its_figure() -> None:
    few = evaluate._figure("part", "LAS", [Count(10, 10, 8), Count(10, 10, 6)] * 5)
    many = evaluate._figure("part", "LAS", [Count(10, 10, 8), Count(10, 10, 6)] * 200)
    assert few.low <= few.f1 <= few.high and few.f1 == many.f1 == 70
    assert many.high - many.low < few.high - few.low


def test_evaluate_without_counts_gives_no_figure() -> None:
    assert f1([]) == 0
