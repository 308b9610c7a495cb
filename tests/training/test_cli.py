"""The commands `models train` and `models evaluate` name what they lack."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph_builder.cli.models import Stage
from graph_builder.core.errors import TrainingError
from graph_builder.training import vectors
from graph_builder.training.run_directory import STAGES
from tests.support.command import graph_builder


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_models_missing_corpus_is_named(command: str, tmp_path: Path) -> None:
    done = graph_builder("models", command, "--data", tmp_path, cwd=tmp_path)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith(f"Error: The corpus {tmp_path}") and done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_models_stage_names_the_stage_before_it(small: Path, tmp_path: Path) -> None:
    done = graph_builder("models", "train", "--data", small, "--work", tmp_path / "work", "--only", "pos")
    assert done.returncode == 1
    assert "To train pos," in done.stderr and "train charlm first." in done.stderr


def test_models_missing_weights_are_named(small: Path, tmp_path: Path) -> None:
    done = graph_builder("models", "evaluate", "--data", small, "--models", tmp_path / "nowhere")
    assert done.returncode == 1 and "no Stanza models" in done.stderr


def test_models_vectors_need_gensim(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "gensim.models", None)
    with pytest.raises(TrainingError, match=r"graph-builder\[train\]"):
        vectors.train(tmp_path / "text.txt", vectors.SIZES["words"], tmp_path / "words.pt")


def test_models_stages_are_options_in_training_order() -> None:
    assert tuple(stage.value for stage in Stage) == STAGES


def test_models_unwritable_run_directory_is_named(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = graph_builder("models", "train", "--data", small, "--work", tmp_path / "file" / "work")
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "cannot be created" in done.stderr and "--work" in done.stderr
