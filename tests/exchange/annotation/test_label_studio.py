"""Tasks and configuration that Label Studio takes, and annotated tasks read back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph_builder.exchange import export
from graph_builder.exchange.annotation.articles import LABELS
from graph_builder.exchange.annotation.corrections import import_corrections
from graph_builder.exchange.annotation.label_studio import CONFIG, TASKS
from graph_builder.export import write_all
from graph_builder.lexicon import predicates
from tests.support.annotation import STRANGE, Annotators, strange_result
from tests.support.command import contents
from tests.support.recorded import ROOT
from tests.support.samples import sample_result

OUTPUT = ROOT / "output"
FACTUALITY = {"negated", "reported", "future"}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The seeds, the sample, and the sample with strange text."""
    folder = tmp_path_factory.mktemp("builds")
    for name, result in (("sample", sample_result()), ("strange", strange_result())):
        write_all(result, folder / name)
    return {"seeds": OUTPUT, "sample": folder / "sample", "strange": folder / "strange"}


def tasks_of(build: Path, folder: Path) -> list[dict[str, Any]]:
    export(build, "label-studio", folder)
    tasks: list[dict[str, Any]] = json.loads((folder / TASKS).read_text(encoding="utf-8"))
    return tasks


def results_of(task: dict[str, Any]) -> list[dict[str, Any]]:
    [prediction] = task["predictions"]
    assert prediction["model_version"].startswith("graph-builder ")
    results: list[dict[str, Any]] = prediction["result"]
    return results


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "sample", "strange"])
def test_label_studio_takes_tasks_and_configuration(name: str, builds: dict[str, Path], tmp_path: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    tasks = tasks_of(builds[name], tmp_path)
    checked = interface.LabelInterface((tmp_path / CONFIG).read_text(encoding="utf-8"))
    checked.validate()
    for task in tasks:
        assert checked.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert checked.validate_prediction(prediction, return_errors=True) == []
    wrong = {"result": [{**results_of(tasks[0])[0], "value": {"start": 0, "end": 1, "labels": ["EVENT"]}}]}
    assert checked.validate_prediction(wrong, return_errors=True), "the validator accepts everything"


@pytest.mark.parametrize("name", ["seeds", "sample", "strange"])
def test_label_studio_offsets_are_code_points(name: str, builds: dict[str, Path], tmp_path: Path) -> None:
    tasks = tasks_of(builds[name], tmp_path)
    for task in tasks:
        for value in (each["value"] for each in results_of(task) if each["type"] == "labels"):
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            assert value["labels"][0] in (*LABELS, "TRIGGER")
    words = {each["value"]["text"] for task in tasks for each in results_of(task) if each["type"] == "labels"}
    assert {"حلب", "سوريا", "دمشق" if name == "seeds" else "المنصوري"} <= words


def test_label_studio_text_keeps_its_length(builds: dict[str, Path], tmp_path: Path) -> None:
    documents = [json.loads(line) for line in (builds["strange"] / "documents.jsonl").read_text("utf-8").splitlines()]
    texts = {each["id"]: each["text"] for each in documents}
    for task in tasks_of(builds["strange"], tmp_path):
        text = texts[task["data"]["document"]]
        assert text.startswith(STRANGE)
        assert len(task["data"]["text"]) == len(text)
        assert task["data"]["text"] == "".join("\ufffd" if each in "\x01\x0b\ufffe" else each for each in text)


def test_label_studio_has_one_arrow_between_two_regions(tmp_path: Path) -> None:
    """The editor drops others without a word."""
    for task in tasks_of(OUTPUT, tmp_path):
        regions = {each["id"] for each in results_of(task) if each["type"] == "labels"}
        arrows = [each for each in results_of(task) if each["type"] == "relation"]
        ends = [(each["from_id"], each["to_id"]) for each in arrows]
        assert len(set(ends)) == len(ends) > 10
        assert {end for pair in ends for end in pair} <= regions
        for each in arrows:
            found = set(each["labels"])
            assert found == {"source"} or (found & set(predicates()) and found <= {*predicates(), *FACTUALITY})


def test_label_studio_relations_are_those_of_the_build(tmp_path: Path) -> None:
    tasks = {task["data"]["document"]: task for task in tasks_of(OUTPUT, tmp_path)}
    names = {}
    for line in (OUTPUT / "entities.jsonl").read_text("utf-8").splitlines():
        entity = json.loads(line)
        names[entity["id"]] = entity["name"]
    for line in (OUTPUT / "relations.jsonl").read_text("utf-8").splitlines():
        relation = json.loads(line)
        for evidence in relation["evidence"]:
            results = results_of(tasks[evidence["document"]])
            entities = {
                each["id"]: re.sub(r" \[[0-9a-f]{16}\]$", "", each["value"]["text"][0])  # the id tells namesakes apart
                for each in results
                if each["type"] == "textarea"
            }
            ends = (names[relation["subject"]], names[relation["object"]])
            drawn = [
                each["labels"]
                for each in results
                if each["type"] == "relation"
                and (entities.get(each["from_id"]), entities.get(each["to_id"])) == ends
                and relation["predicate"] in each["labels"]
            ]
            marks = {relation["polarity"], relation["modality"]} & FACTUALITY
            assert any(set(labels) & FACTUALITY == marks for labels in drawn)
            spans = {
                (each["value"]["start"], each["value"]["text"])
                for each in results
                if each["type"] == "labels" and each["value"]["labels"] == ["TRIGGER"]
            }
            assert (evidence["trigger_start"], evidence["trigger"]) in spans


@pytest.mark.parametrize("name", ["seeds", "sample", "strange"])
def test_label_studio_unchanged_export_corrects_nothing(name: str, builds: dict[str, Path], tmp_path: Path) -> None:
    export_ = Annotators(builds[name], tmp_path).exported()
    report = import_corrections(export_, builds[name], tmp_path / "out")
    assert (report.decisions, report.lines, report.skipped) == ((), (), 0)
    assert len(report.annotated) == len(contents(builds[name])["documents.jsonl"].splitlines())


def test_label_studio_export_is_deterministic(tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(OUTPUT, "label-studio", tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert sorted(contents(tmp_path / "a")) == [CONFIG, TASKS]
