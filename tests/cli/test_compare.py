"""graph-builder compare."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph_builder.compare.tables import TABLES
from graph_builder.core.settings import Settings
from graph_builder.pipeline import build
from tests.support.command import contents, graph_builder
from tests.support.recorded import SEEDS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def builds(seeds_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds: of two seeds, and of the others."""
    files = sorted(SEEDS.glob("*.txt"))
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    for articles, folder in ((files[:2], one), (files[2:], other)):
        build(articles, folder, Settings(cache=seeds_cache))
    return one, other


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / f"compared_{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def counted(folder: Path) -> dict[str, tuple[str, str]]:
    """The numbers of articles of each entity."""
    return {row["id_a"] or row["id_b"]: (row["articles_a"], row["articles_b"]) for row in rows(folder, "entities")}


def test_two_builds(builds: tuple[Path, Path], tmp_path: Path) -> None:
    before = [contents(each) for each in builds]
    done = graph_builder("compare", *builds, "-o", tmp_path / "to", "--name-a", "قبل", "--name-b", "بعد")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        str(tmp_path / "to" / name) for name in ("comparison.html", *(f"compared_{name}.csv" for name in TABLES))
    ]
    assert [contents(each) for each in builds] == before
    found = {row["name"]: row for row in rows(tmp_path / "to", "entities")}
    assert (found["بشار الأسد"]["articles_a"], found["بشار الأسد"]["articles_b"]) == ("2", "3")
    assert found["سوريا"]["match"] == "link" and "geonames" in found["سوريا"]["match_detail"]
    assert found["بشار الأسد"]["match"] == "id"
    assert found["محمد باقري"]["change"] == "gone" and "باقري" in found["محمد باقري"]["sentence_a"]
    assert "قبل" in (tmp_path / "to" / "comparison.html").read_text(encoding="utf-8")


def test_two_parts_of_a_build_give_what_two_builds_give(
    builds: tuple[Path, Path], seeds_output: Path, tmp_path: Path
) -> None:
    conditions = [part for path in sorted(SEEDS.glob("*.txt"))[:2] for part in ("--a", f"article={path.stem}")]
    done = graph_builder("compare", seeds_output, *conditions, "-o", tmp_path / "parts")
    assert (done.returncode, done.stderr) == (0, "")
    graph_builder("compare", *builds, "-o", tmp_path / "builds")
    counts = [
        {
            (row["id_a"] or row["id_b"]): (row["articles_a"], row["articles_b"])
            for row in rows(tmp_path / name, "entities")
        }
        for name in ("parts", "builds")
    ]
    common = counts[0].keys() & counts[1].keys()
    assert len(common) > 0.9 * max(map(len, counts))
    assert sum(counts[0][each] == counts[1][each] for each in common) > 0.95 * len(common)


def test_errors_are_one_sentence_and_write_nothing(builds: tuple[Path, Path], tmp_path: Path) -> None:
    for arguments, message in (
        ((builds[0], builds[0]), "There is only one build to compare"),
        ((builds[0],), "name a second one, or two parts of it"),
        ((builds[0], tmp_path / "none"), "is not the output folder of a build"),
        ((builds[0], "--a", "source=nowhere"), "No article is from 'nowhere'"),
    ):
        done = graph_builder("compare", *arguments, "-o", tmp_path / "to")
        assert done.returncode == 1 and done.stdout == ""
        assert done.stderr.count("\n") == 1 and message in done.stderr
        assert not (tmp_path / "to").exists()
