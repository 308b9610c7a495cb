"""validate: a build against its manifest, texts, tables and shapes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export import write_all
from graph_builder.store.validate import validate
from tests.support.command import graph_builder
from tests.support.samples import sample_result


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The folder of a build of the sample."""
    write_all(sample_result(), tmp_path)
    return tmp_path


def faults(folder: Path) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in validate(folder) if check.faults}


@pytest.mark.slow
def test_validate_accepts_the_seeds(seeds_output: Path) -> None:
    checks = list(validate(seeds_output))
    assert [check.faults for check in checks] == [()] * 6
    assert all(check.seen for check in checks)


def test_validate_finds_a_changed_file(sample: Path) -> None:
    with (sample / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("one more\n")
    (sample / "places.geojson").unlink()
    assert faults(sample) == {
        "files are as the manifest says": (
            "places.geojson is missing",
            "relations.csv is not the file that was written",
        )
    }


def test_validate_finds_a_wrong_offset(sample: Path) -> None:
    path = sample / "entities.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = next(row for row in rows if row["mentions"])
    named["mentions"][0]["start"] += 1
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = faults(sample)["mentions and evidence stand in the texts"]
    assert len(found) == 1 and named["id"] in found[0]


def test_validate_finds_a_wrong_string_in_the_rdf(sample: Path) -> None:
    path = sample / "graph.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace('anchorOf "والتقت"', 'anchorOf "ودعت"'), encoding="utf-8")
    [fault] = faults(sample)["strings of the RDF stand in its texts"]
    assert "'ودعت' is not where it says" in fault


def test_validate_finds_a_missing_relation(sample: Path) -> None:
    path = sample / "relations.jsonl"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    [fault] = faults(sample)["the RDF counts what the tables count"]
    assert "Relation> has 8 instances, and the tables 7" in fault


def test_validate_finds_a_changed_graph(sample: Path) -> None:
    path = sample / "graph.nq"
    path.write_text(path.read_text(encoding="utf-8").replace("0.9", "0.8"), encoding="utf-8")
    assert "named graphs have the digests that they state" in faults(sample)


def test_validate_finds_a_shape_violation(sample: Path) -> None:
    path = sample / "graph.ttl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("gb:confidence 0.9 ", "gb:confidence 1.9 "), encoding="utf-8"
    )
    [fault] = faults(sample)["the RDF conforms to its shapes"]
    assert "confidence" in fault


@pytest.mark.parametrize("damage", [None, "gb:no turtle"], ids=["missing", "damaged"])
def test_validate_reports_unreadable_shapes(sample: Path, damage: str | None) -> None:
    (sample / "shapes.ttl").unlink()
    if damage:
        (sample / "shapes.ttl").write_text(damage, encoding="utf-8")
    [fault] = faults(sample)["the RDF conforms to its shapes"]
    assert fault.startswith("shapes.ttl cannot be read (")


@pytest.mark.parametrize("name", ["manifest.json", "merges.csv"])
def test_validate_missing_file_raises(sample: Path, name: str) -> None:
    (sample / name).unlink()
    with pytest.raises(DamagedBuildError, match=rf"{name} is missing"):
        list(validate(sample))


def test_validate_without_a_build_raises(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"cannot be read .*; build into it again"):
        list(validate(tmp_path))


@pytest.mark.slow
def test_validate_command_exits_with_1_on_a_fault(sample: Path) -> None:
    good = graph_builder("validate", sample)
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.count("ok ") == 6
    shutil.copy(sample / "entities.csv", sample / "relations.csv")
    bad = graph_builder("validate", sample)
    assert bad.returncode == 1 and "FAULTY" in bad.stdout and "relations.csv is not the file" in bad.stdout
