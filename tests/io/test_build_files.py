"""The files of a build are read back as they were."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export import write_all
from graph_builder.io import build_files
from graph_builder.io.build_files import knowledge, manifest, table
from graph_builder.pipeline import BuildReport
from tests.support.samples import sample_knowledge, sample_result


def test_build_files_round_trip(seeds_build: BuildReport, seeds_output: Path) -> None:
    assert knowledge(seeds_output) == seeds_build.result.knowledge
    assert manifest(seeds_output)["settings"] == seeds_build.result.settings


def test_build_files_with_hostile_text_round_trip(tmp_path: Path) -> None:
    write_all(sample_result(), tmp_path)
    assert knowledge(tmp_path) == sample_knowledge()


def test_build_files_articles_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_files, "_KEPT", 1)
    write_all(sample_result(), tmp_path)
    articles, known = build_files.Articles(tmp_path), build_files.rows(tmp_path, "documents.jsonl")
    for row in (*known, *reversed(known)):
        assert articles[row["id"]] == row
    with pytest.raises(KeyError):
        articles["none"]


def test_build_files_drop_the_apostrophe_before_formulas(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\ufeffa,b\n'=1,'quoted'\n", encoding="utf-8")
    assert table(tmp_path, "t.csv") == [{"a": "=1", "b": "'quoted'"}]


def test_build_files_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"documents\.jsonl is missing"):
        knowledge(tmp_path)


def test_build_files_of_another_version_are_refused(seeds_output: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_output, tmp_path, dirs_exist_ok=True)
    lines = (seeds_output / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [{name: value for name, value in json.loads(line).items() if name != "sentences"} for line in lines]
    (tmp_path / "documents.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"'sentences'.*build into it again"):
        len(knowledge(tmp_path).sentences)


def test_build_files_damaged_are_named(seeds_output: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_output, tmp_path, dirs_exist_ok=True)
    (tmp_path / "relations.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"relations\.jsonl is damaged"):
        len(knowledge(tmp_path).relations)


def test_build_files_are_read_when_they_are_used(seeds_output: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_output, tmp_path, dirs_exist_ok=True)
    opened = knowledge(tmp_path)
    (tmp_path / "relations.jsonl").write_text("", encoding="utf-8")
    assert (len(opened.relations), len(opened.entities)) == (0, len(knowledge(seeds_output).entities))


def test_build_files_of_a_build_replaced_since_it_was_opened_are_refused(seeds_output: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_output, tmp_path, dirs_exist_ok=True)
    opened = knowledge(tmp_path)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("sentence", "paragraph"), encoding="utf-8")
    with pytest.raises(DamagedBuildError, match="replaced"):
        len(opened.entities)
