"""Files that no annotation tool exported are refused, each in one sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph_builder.core.errors import GoldError
from graph_builder.exchange.annotation import files
from graph_builder.exchange.annotation.corrections import import_corrections
from tests.support.recorded import ROOT

OUTPUT = ROOT / "output"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", b"{", "is not JSON"),
        ("a.json", b"\xff", "is not JSON"),
        ("a.txt", b"", "is not of an annotation tool"),
        ("a.zip", b"PK", "is not a zip archive that can be read"),
        ("a.xmi", b"<xmi:XMI", "cannot be read .*; export it from INCEpTION as UIMA CAS XMI"),
        ("a.xmi", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "has a document type"),
        ("a.json", b'{"%FEATURE_STRUCTURES": [{}]}', "cannot be read"),
    ],
)
def test_import_other_files_are_refused(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    pytest.importorskip("cassis")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError, match=told) as error:
        import_corrections(tmp_path / name, OUTPUT, tmp_path / "out")
    assert str(tmp_path / name) in str(error.value)


def test_import_empty_folder_and_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="has no file of an annotation tool"):
        import_corrections(tmp_path, OUTPUT, tmp_path / "out")
    with pytest.raises(GoldError, match=r"cannot be read \(No such file"):
        import_corrections(tmp_path / "nowhere.json", OUTPUT, tmp_path / "out")


def test_import_large_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGEST", 1_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", b"0" * 10_000)
    with pytest.raises(GoldError, match=r"bomb\.zip has more than 1,000 bytes"):
        import_corrections(tmp_path / "bomb.zip", OUTPUT, tmp_path / "out")
