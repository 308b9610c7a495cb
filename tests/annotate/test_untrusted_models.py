"""Weights that hold code: loading them runs none of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from graph_builder.annotate.stanza import load
from graph_builder.annotate.weights import BUNDLED, find_weights
from graph_builder.core.errors import GraphBuilderError, ModelsError
from graph_builder.relate.classifier import weights as classifier
from graph_builder.resolve import decisions

_MODELS = sorted(path.relative_to(BUNDLED) for path in BUNDLED.rglob("*.pt"))


class _Payload:
    """An object that makes a folder when it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.folder),)


@pytest.mark.slow
@pytest.mark.parametrize("model", _MODELS, ids=str)
def test_models_with_code_in_them_are_refused_and_the_code_is_not_run(model: Path, tmp_path: Path) -> None:
    models, proof = tmp_path / "models", tmp_path / "run"
    for path in (path for path in BUNDLED.rglob("*") if path.is_file() and path.suffix in (".pt", ".json")):
        copy = models / path.relative_to(BUNDLED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(path)
    (models / model).unlink()
    torch.save({"model": _Payload(proof), "config": _Payload(proof)}, models / model)
    with pytest.raises(ModelsError, match="cannot be loaded"):
        load(find_weights(str(models)), "cpu")
    assert not proof.exists()


def test_classifier_weights_with_code_in_them_are_refused(tmp_path: Path) -> None:
    proof, path = tmp_path / "run", tmp_path / "ar" / "relations" / "news.npz"
    path.parent.mkdir(parents=True)
    with np.load(classifier.find_classifier(BUNDLED)) as file:
        arrays = {name: file[name] for name in file.files}
    np.savez(path, **{**arrays, "words": np.array([_Payload(proof)], dtype=object)})
    with pytest.raises(ModelsError, match="cannot be read"):
        classifier.load(classifier.find_classifier(tmp_path))
    assert not proof.exists()


def test_decisions_with_code_in_them_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(f"- !!python/object/apply:os.mkdir [{tmp_path / 'run'}]\n", encoding="utf-8")
    with pytest.raises(GraphBuilderError, match=r"decisions\.yaml"):
        decisions.read(path)
    assert not (tmp_path / "run").exists()
