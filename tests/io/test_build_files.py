"""What a build wrote is read back as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export import write_all
from graph_builder.io.build_files import knowledge, manifest, table
from graph_builder.pipeline import BuildReport
from tests.samples import sample_knowledge, sample_result


def test_a_build_is_read_back_whole(seeds_build: BuildReport, seeds_output: Path) -> None:
    assert knowledge(seeds_output) == seeds_build.result.knowledge
    assert manifest(seeds_output)["settings"] == seeds_build.result.settings


def test_hostile_text_is_read_back_whole(tmp_path: Path) -> None:
    write_all(sample_result(), tmp_path)
    assert knowledge(tmp_path) == sample_knowledge()


def test_a_cell_that_a_spreadsheet_would_run_loses_its_apostrophe(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\ufeffa,b\n'=1,'quoted'\n", encoding="utf-8")
    assert table(tmp_path, "t.csv") == [{"a": "=1", "b": "'quoted'"}]


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"documents\.jsonl is missing"):
        knowledge(tmp_path)


def test_a_build_of_another_version_is_to_be_built_anew(seeds_output: Path, tmp_path: Path) -> None:
    for name in ("entities.jsonl", "relations.jsonl", "merges.csv"):
        shutil.copy(seeds_output / name, tmp_path)
    lines = (seeds_output / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [{name: value for name, value in json.loads(line).items() if name != "sentences"} for line in lines]
    (tmp_path / "documents.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"'sentences'.*build into it again"):
        knowledge(tmp_path)


def test_a_damaged_file_is_named(seeds_output: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_output, tmp_path, dirs_exist_ok=True)
    (tmp_path / "relations.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"relations\.jsonl cannot be read"):
        knowledge(tmp_path)
