"""The command `export`, whatever the format."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.core.values import Knowledge
from graph_builder.exchange import FORMATS, export
from graph_builder.export import write_all
from tests.fuzz import exchanges
from tests.support.command import contents, graph_builder
from tests.support.recorded import ROOT
from tests.support.samples import result_of

OUTPUT = ROOT / "output"


def test_export_command_offers_every_format() -> None:
    shown = graph_builder("export", "--help", env={"COLUMNS": "200"})
    assert shown.returncode == 0
    assert "--format" in shown.stdout and "--output" in shown.stdout
    assert [name for name in FORMATS if not name.endswith(".gz") and name not in shown.stdout] == []
    wrong = graph_builder("export", OUTPUT, "--format", "excel")
    assert wrong.returncode == 1
    assert "'excel'" in wrong.stderr and all(name in wrong.stderr for name in FORMATS)


@pytest.mark.slow
@pytest.mark.parametrize("name", exchanges.FORMATS)
def test_export_is_deterministic(name: str, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        done = graph_builder("export", OUTPUT, "--format", name, "-o", tmp_path / seed, env={"PYTHONHASHSEED": seed})
        assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_export_of_an_empty_build_is_read_by_its_readers(tmp_path: Path) -> None:
    write_all(result_of(Knowledge((), (), (), (), ())), tmp_path)
    exchanges.exchanged(tmp_path)


@pytest.mark.parametrize("name", exchanges.FORMATS)
def test_export_of_another_version_is_refused(name: str, tmp_path: Path) -> None:
    build = tmp_path / "build"
    shutil.copytree(OUTPUT, build)
    (build / "documents.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(DamagedBuildError, match="are not what this version of graph-builder writes"):
        export(build, name, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")] == []
