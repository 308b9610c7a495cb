"""The two sides that a reader names, and what is wrong with those that cannot be compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph_builder.compare import sides
from graph_builder.core.errors import ChoiceError, DamagedBuildError, UnknownEntityError
from tests.compare.conftest import AGENCIES, LEBANON


def sources(of: object) -> set[str]:
    return {Path(document.source).stem for document in of.knowledge.documents}  # type: ignore[attr-defined]


def test_a_side_without_conditions_is_the_rest_of_the_build(seeds_output: Path) -> None:
    a, b = sides([seeds_output], (["published=2024-12"], []))
    assert sources(a) == {"003_87b4613ce848539e"} and len(sources(b)) == 4
    assert (a.name, b.name) == ("2024-12", "all other articles")
    again = sides([seeds_output, seeds_output], ([], ["published=2024-12"]), ("before", None))
    assert [side.name for side in again] == ["before", "2024-12"]
    assert sources(again[0]) == sources(b)


def test_values_of_a_condition_are_alternatives_and_conditions_add_up(seeds_output: Path) -> None:
    a, b = sides([seeds_output], ([f"article={AGENCIES}", f"article={LEBANON}", "naming=لافروف"], ["naming=الأسد"]))
    assert sources(a) == {LEBANON}
    assert LEBANON in sources(b), "an article may be on both sides"


def test_two_builds_are_called_by_their_folders(seeds_output: Path, tmp_path: Path) -> None:
    first, second = (
        Path(shutil.copytree(seeds_output, tmp_path / name / "build")) for name in ("november", "december")
    )
    a, b = sides([first, second], (["source=seeds"], []))
    assert (a.name, b.name) == ("seeds", "build")
    assert [side.name for side in sides([first, second], ([], []))] == ["build (A)", "build (B)"]
    assert a.settings["models"] == b.settings["models"] != ""


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        (([], []), "There is only one build to compare"),
        ((["paper=x"], []), "'paper=x' is not a condition on articles; write one of these: "),
        ((["source"], []), "'source' is not a condition on articles"),
        ((["source=nowhere"], []), "No article is from 'nowhere'; the sources are seeds."),
        ((["published=1999"], []), "No article was published in 1999; those with a date are of 2024-12-02 to"),
        ((["published=soon"], []), "'soon' is not a date"),
        ((["source=seeds"], []), "No article is left for all other articles"),
        ((["source=seeds"], ["source=seeds"]), "choose the same articles"),
        (([f"article={AGENCIES}", "published=2024-12"], []), "No article meets all of"),
    ],
)
def test_sides_that_cannot_be_compared(
    seeds_output: Path, conditions: tuple[list[str], list[str]], message: str
) -> None:
    with pytest.raises(ChoiceError) as caught:
        sides([seeds_output], conditions)
    assert message in str(caught.value)
    with pytest.raises(ChoiceError):
        sides([seeds_output, seeds_output], conditions)


def test_naming_nobody(seeds_output: Path) -> None:
    with pytest.raises(UnknownEntityError, match="زنوبيا"):
        sides([seeds_output], (["naming=زنوبيا"], []))


def test_damaged_builds_and_other_versions(seeds_output: Path, tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match="is not the output folder of a build"):
        sides([seeds_output, tmp_path], ([], []))
    old = Path(shutil.copytree(seeds_output, tmp_path / "old"))
    rows = [json.loads(line) for line in (old / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
    text = "\n".join(json.dumps({name: each for name, each in row.items() if name != "modality"}) for row in rows)
    (old / "relations.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedBuildError, match="not what this version of graph-builder writes"):
        len(sides([seeds_output, old], ([], []))[1].knowledge.relations)
    (old / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match="not what this version"):
        sides([old, seeds_output], ([], []))
