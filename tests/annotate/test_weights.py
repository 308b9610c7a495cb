"""Weights: where they are found, their fingerprint, and the errors where they are missing."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph_builder.annotate import weights
from graph_builder.annotate.weights import BUNDLED, PROCESSORS, find_weights
from graph_builder.core.errors import ModelsError

_CHARLMS = ("forward_charlm", "backward_charlm")
_FILES = sorted(
    [f"{folder}/news.pt" for folder in (*PROCESSORS.split(","), *_CHARLMS)]
    + ["pretrain/segmented.pt", "pretrain/words.pt"]
)


def _resources() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((BUNDLED / "resources.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A directory in Stanza's layout, its weights a few bytes each."""
    for file in _FILES:
        path = tmp_path / "ar" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.encode())
    (tmp_path / "resources.json").write_text(json.dumps(_resources()), encoding="utf-8")
    return tmp_path


def test_weights_bundled_are_present() -> None:
    assert find_weights().directory == find_weights("bundled").directory == BUNDLED
    assert sorted(path.relative_to(BUNDLED / "ar").as_posix() for path in BUNDLED.rglob("*.pt")) == _FILES


def test_weights_bundled_match_their_manifest() -> None:
    arabic = _resources()["ar"]
    for file in _FILES:
        processor, package = file.removesuffix(".pt").split("/")
        digest = hashlib.md5((BUNDLED / "ar" / file).read_bytes(), usedforsecurity=False).hexdigest()
        assert arabic[processor][package]["md5"] == digest, file


def test_weights_directory_is_taken_as_given(models: Path) -> None:
    assert find_weights(str(models)).directory == models


def test_weights_fingerprint_is_independent_of_the_place(
    models: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    moved = tmp_path_factory.mktemp("elsewhere") / "models"
    before = find_weights(str(models)).fingerprint
    models.rename(moved)
    assert find_weights(str(moved)).fingerprint == before


@pytest.mark.parametrize("file", _FILES)
def test_weights_fingerprint_changes_with_every_file(models: Path, file: str) -> None:
    before = find_weights(str(models)).fingerprint
    (models / "ar" / file).write_bytes(b"other")
    assert find_weights(str(models)).fingerprint != before


def test_weights_fingerprint_changes_with_stanza_and_preprocessing(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fingerprints = {find_weights(str(models)).fingerprint}
    monkeypatch.setattr(weights, "version", lambda package: f"{package} 99")
    fingerprints.add(find_weights(str(models)).fingerprint)
    monkeypatch.setattr(weights, "_TREATMENT", "another")
    fingerprints.add(find_weights(str(models)).fingerprint)
    assert len(fingerprints) == 3


def test_weights_empty_directory_raises_with_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelsError, match=rf"no Stanza models in {tmp_path}.*Stanza's layout"):
        find_weights(str(tmp_path))


def test_weights_missing_directory_raises_with_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelsError, match=r"nowhere.*leave --models out"):
        find_weights(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("file", _FILES)
def test_weights_missing_file_raises_with_remedy(models: Path, file: str) -> None:
    (models / "ar" / file).unlink()
    with pytest.raises(ModelsError, match=rf"{file} is missing; name a directory"):
        find_weights(str(models))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"ar": null}',
        b'{"ar": {"packages": {"default": {}}}}',
        b'{"ar": {"packages": {"default": []}}}',
        json.dumps({"ar": {**_resources()["ar"], "pos": []}}).encode(),
        json.dumps({"ar": {**_resources()["ar"], "pos": {"news": []}}}).encode(),
        json.dumps({"ar": {key: value for key, value in _resources()["ar"].items() if key != "ner"}}).encode(),
    ],
)
def test_weights_manifest_of_another_layout_raises_with_remedy(models: Path, content: bytes) -> None:
    (models / "resources.json").write_bytes(content)
    with pytest.raises(ModelsError, match=r"resources\.json does not list.*name a directory"):
        find_weights(str(models))


def test_weights_official_not_fetched_raise_with_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name: str(tmp_path / name))
    with pytest.raises(ModelsError, match="graph-builder models fetch"):
        find_weights("official")


def test_weights_official_are_found_once_fetched(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "official_directory", lambda: models)
    assert find_weights("official").directory == models


def test_weights_are_found_without_importing_stanza() -> None:
    code = (
        "import sys; from graph_builder.annotate.weights import find_weights; find_weights(); "
        "from graph_builder.annotate import stanza; sys.exit('stanza' in sys.modules or 'torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
