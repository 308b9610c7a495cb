"""Packaging of trained weights in Stanza's layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from graph_builder.annotate.weights import find_weights, usual_endings
from graph_builder.training.package import package
from graph_builder.training.run_directory import PROCESSORS, RunDirectory

_NUMBERS = 10_000


def _put(path: Path, content: dict[str, Any]) -> None:
    torch.save(content, path, _use_new_zipfile_serialization=False)


def _shop(root: Path) -> RunDirectory:
    run_directory = RunDirectory(root / "shop")
    run_directory.endings.write_text("الحكومة\n", encoding="utf-8")
    run_directory.relations.write_bytes(b"a reader")
    for direction in ("forward", "backward"):
        _put(run_directory.charlm(direction), {"state_dict": {"w": torch.ones(3)}, "args": {}, "vocab": {}})
    for kind in ("words", "segmented"):
        _put(run_directory.vectors(kind), {"emb": torch.ones(_NUMBERS), "vocab": {}})
    for processor in PROCESSORS:
        config = {"train_file": str(root / "train.json"), "save_dir": str(root), "lr": 0.1}
        content = {"model": {"w": torch.ones(3), "n": torch.arange(3)}, "config": config, "optimizer_state_dict": {}}
        _put(run_directory.weights(processor), content)
    return run_directory


def test_package_has_the_layout_of_stanza(tmp_path: Path) -> None:
    files = package(_shop(tmp_path), tmp_path / "models")
    assert find_weights(str(tmp_path / "models")).directory == tmp_path / "models"
    assert usual_endings(tmp_path / "models") == {"الحكومة"} and not usual_endings(tmp_path)
    assert {path.relative_to(tmp_path / "models").as_posix() for path in files} == {
        *(f"ar/{processor}/news.pt" for processor in PROCESSORS),
        *(f"ar/{direction}_charlm/news.pt" for direction in ("forward", "backward")),
        *(f"ar/pretrain/{kind}.pt" for kind in ("words", "segmented")),
        "ar/relations/news.npz",
        "endings.txt",
        "resources.json",
    }
    assert sorted(path for path in (tmp_path / "models").rglob("*") if path.is_file()) == sorted(files)


def test_package_weights_are_halved_and_name_no_folder(tmp_path: Path) -> None:
    package(_shop(tmp_path), tmp_path / "models")
    content = torch.load(tmp_path / "models" / "ar" / "pos" / "news.pt", weights_only=True)
    assert content["model"]["w"].dtype == torch.half and content["model"]["n"].dtype == torch.int64
    assert content["config"] == {"train_file": "train.json", "save_dir": tmp_path.name, "lr": 0.1}
    assert "optimizer_state_dict" not in content


def test_package_weights_are_compressed(tmp_path: Path) -> None:
    package(_shop(tmp_path), tmp_path / "models")
    path = tmp_path / "models" / "ar" / "pretrain" / "words.pt"
    assert path.stat().st_size < _NUMBERS
    assert torch.load(path, weights_only=True)["emb"].equal(torch.ones(_NUMBERS))


def test_package_is_deterministic(tmp_path: Path) -> None:
    run_directory = _shop(tmp_path)
    first, second = (package(run_directory, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
