"""build, load and save."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph_builder as gb
from graph_builder.core.errors import DamagedBuildError
from graph_builder.core.settings import RdfOptions
from graph_builder.resolve.decisions import Decision
from tests.support.command import contents
from tests.support.recorded import SEEDS, recorded


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> gb.KnowledgeGraph:
    return gb.build(SEEDS, tmp_path_factory.mktemp("built"), annotator=recorded)


@pytest.mark.slow
def test_load_returns_what_was_built(built: gb.KnowledgeGraph) -> None:
    assert built.folder is not None
    loaded = gb.load(built.folder)
    assert loaded.knowledge == built.knowledge
    assert (loaded.settings, loaded.problems, loaded.rdf) == (built.settings, built.problems, built.rdf)
    assert repr(loaded) == repr(built)


@pytest.mark.slow
def test_save_writes_what_was_loaded(built: gb.KnowledgeGraph, tmp_path: Path) -> None:
    assert built.folder is not None
    saved = gb.load(built.folder).save(tmp_path / "copy")
    assert saved.folder == tmp_path / "copy"
    assert contents(tmp_path / "copy") == contents(built.folder)


@pytest.mark.slow
def test_build_reports_progress_and_problems(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    steps: list[str] = []
    kg = gb.build([SEEDS, tmp_path], annotator=recorded, progress=lambda step, _done, _total: steps.append(step))
    assert {"read", "annotate", "resolve", "relate", "graphs"} <= set(steps)
    assert [problem.source.endswith("empty.txt") for problem in kg.problems] == [True]
    assert kg.folder is None


@pytest.mark.slow
def test_load_takes_rdf_options_from_the_manifest(tmp_path: Path) -> None:
    rdf = RdfOptions("https://example.org/news/", True, True, "https://example.org/licence")
    settings = gb.Settings(rdf=rdf)
    kg = gb.build(SEEDS, tmp_path / "out", settings, annotator=recorded)
    assert gb.load(tmp_path / "out").rdf == kg.rdf == rdf


@pytest.mark.slow
def test_load_takes_decisions_from_the_folder(built: gb.KnowledgeGraph, tmp_path: Path) -> None:
    renamed = built.save(tmp_path).rename("داعش", "تنظيم الدولة")
    assert gb.load(tmp_path).decisions == renamed.decisions == (Decision("rename", "داعش", "تنظيم الدولة"),)
    again = gb.build(SEEDS, tmp_path, annotator=recorded)
    assert again.decisions == renamed.decisions
    assert again["تنظيم الدولة"] == built["داعش"]


def test_load_of_a_folder_without_a_build_raises(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"manifest\.json is missing"):
        gb.load(tmp_path)


def test_load_of_a_foreign_manifest_raises(sample: gb.KnowledgeGraph, tmp_path: Path) -> None:
    sample.save(tmp_path)
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"manifest\.json is not what this version .* writes \(KeyError"):
        gb.load(tmp_path)
