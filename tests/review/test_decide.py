"""Decisions from the command line are about the build, and the next build applies them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph_builder.core.errors import GraphBuilderError
from graph_builder.resolve.decisions import Decision, read
from graph_builder.review.decide import decide
from graph_builder.review.show import entity_lines
from tests.support.command import ONE, graph_builder, keep

_OUTPUT = Path(__file__).parents[2] / "output"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that holds what was found in the seeds."""
    for name in ("entities.jsonl", "relations.jsonl", "documents.jsonl"):
        shutil.copy(_OUTPUT / name, tmp_path / name)
    return tmp_path


def test_decide_appends_decisions(built: Path) -> None:
    one, two = Decision("drop", "حلب"), Decision("rename", "داعش", "تنظيم الدولة")
    assert decide(built, one) == decide(built, two) == built / "decisions.yaml"
    assert read(built / "decisions.yaml") == (one, two)
    assert not list(built.glob("*.part"))


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (Decision("drop", "دجلة"), "No entity is called دجلة; entities.csv lists all names"),
        (Decision("drop", "لافرو"), "did you mean .*لافروف"),
        (Decision("merge", "حلب", "حلب"), "one entity already"),
        (Decision("split", "حلب", "دمشق"), "nowhere written دمشق"),
        (Decision("link", "حلب", "Q41183"), "Q41183 is not an IRI such as http"),
    ],
)
def test_decide_on_unknown_entities_is_refused(built: Path, decision: Decision, told: str) -> None:
    with pytest.raises(GraphBuilderError, match=told):
        decide(built, decision)
    assert not (built / "decisions.yaml").exists()


def test_show_entity_with_names_and_sentences(built: Path) -> None:
    lines = list(entity_lines(built, "لافروف"))
    assert lines[0].startswith("سيرغي لافروف · ") and "also written: لافروف" in lines
    text = " ".join(" ".join(p.read_text(encoding="utf-8").split()) for p in sorted(_OUTPUT.parent.glob("seeds/*.txt")))
    sentences = [line.strip() for line in lines if line.startswith("    ") and not line.startswith("    [")]
    assert sentences and all(sentence in text for sentence in sentences)
    assert any("holds a position in" in line for line in lines)


@pytest.mark.slow
def test_decide_is_applied_by_the_next_build(tmp_path: Path) -> None:
    keep(tmp_path / "cache", ONE)
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    output = tmp_path / "output"
    build = ("build", tmp_path / "one.txt", "-o", output, "--cache", tmp_path / "cache", "-q")
    assert graph_builder(*build).returncode == 0
    assert graph_builder("rename", "بيروت", "مدينة بيروت", "-o", output).returncode == 0
    assert graph_builder("drop", "دمشق", "-o", output).returncode == 0
    assert graph_builder(*build).returncode == 0
    rows = [json.loads(line) for line in (output / "entities.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["name"] for row in rows] == ["مدينة بيروت"]
    shown = graph_builder("show", "بيروت", "-o", output)
    assert shown.returncode == 0 and shown.stdout.startswith("مدينة بيروت · ")
    failed = graph_builder("drop", "دمشق", "-o", output)
    assert failed.returncode == 1 and failed.stderr.startswith("Error: No entity is called دمشق;")
    again = graph_builder(*build[:-1])
    assert "«drop دمشق» was not applied" not in again.stderr
