"""Annotations that do not fit the build are refused, each in one sentence that names its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph_builder.core.errors import GoldError
from graph_builder.exchange import export
from graph_builder.exchange.annotation.corrections import import_corrections
from graph_builder.export import write_all
from tests.support.annotation import Annotators, strange_result
from tests.support.command import contents
from tests.support.samples import result_of, sample_knowledge, sample_result


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A build of the sample."""
    write_all(sample_result(), tmp_path / "build")
    return tmp_path / "build"


def _first(tasks: list[dict[str, Any]], **changes: Any) -> list[dict[str, Any]]:
    """Change the value of the first region of the first task."""
    tasks[0]["annotations"][0]["result"][0]["value"] |= changes
    return tasks


def _arrow(tasks: list[dict[str, Any]], **changes: Any) -> list[dict[str, Any]]:
    arrow = next(each for each in tasks[0]["annotations"][0]["result"] if each["type"] == "relation")
    arrow |= changes
    return tasks


def _data(tasks: list[dict[str, Any]], **changes: Any) -> list[dict[str, Any]]:
    tasks[0]["data"] |= changes
    return tasks


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda tasks: _first(tasks, end=10**6),
            r"from \d+ to 1000000 lies outside the text, which has \d+ characters",
        ),
        (lambda tasks: _first(tasks, start=-1), "from -1 to .* lies outside the text"),
        (lambda tasks: _first(tasks, start="x"), "is not a task with annotations"),
        (lambda tasks: _first(tasks, text="كلام"), "should be «كلام», but the text has"),
        (lambda tasks: _first(tasks, labels=["EVENT"]), "is labelled EVENT; label it as one of PER, LOC, ORG"),
        (lambda tasks: _first(tasks, labels=[]), "is labelled nothing; label it as"),
        (lambda tasks: _first(tasks, labels=["PER", "ORG"]), "is labelled PER and ORG; label it as"),
        (
            lambda tasks: _arrow(tasks, labels=["hugs"]),
            r"the relation between «.*» and «.*» has the predicate hugs; choose",
        ),
        (lambda tasks: _arrow(tasks, labels=[]), r"has the predicate \(none\); choose one of holds_position"),
        (lambda tasks: _arrow(tasks, to_id="nowhere"), "a relation does not connect two names"),
        (lambda tasks: _data(tasks, text="نص آخر"), "the text of .* is not that of the build"),
        (lambda tasks: _data(tasks, text="نص آخر", document="x"), "this article is not in the build; name the build"),
        (lambda tasks: [*tasks, tasks[0]], "was read from .*, task 1 already; leave one of the two out"),
        (lambda tasks: [{**each, "annotations": []} for each in tasks], "has no annotated article; submit"),
        (
            lambda tasks: [{"text": each["data"]["text"]} for each in tasks],
            "export from Label Studio as JSON, not JSON-MIN",
        ),
        (lambda tasks: {"tasks": tasks}, "is not of an annotation tool; name a JSON export"),
    ],
)
def test_import_errors_name_the_place(
    change: Callable[[list[dict[str, Any]]], Any], told: str, sample: Path, tmp_path: Path
) -> None:
    path = Annotators(sample, tmp_path / "tool").exported(change)
    with pytest.raises(GoldError, match=told) as error:
        import_corrections(path, sample, tmp_path / "out")
    assert str(path) in str(error.value) and str(error.value).endswith(".")
    assert not (tmp_path / "out").exists()


def test_import_ambiguous_name_asks_for_the_id(tmp_path: Path) -> None:
    knowledge = sample_knowledge()
    twin = replace(knowledge.entities[0], id="f" * 16, mentions=())
    twins = replace(knowledge, entities=(*knowledge.entities, twin))
    write_all(result_of(twins), tmp_path / "build")
    annotators = Annotators(tmp_path / "build", tmp_path / "tool")
    name, ids = twin.name, sorted((twin.id, knowledge.entities[0].id))
    written = [each["value"]["text"] for each in annotators.results if each["type"] == "textarea"]
    assert [f"{name} [{knowledge.entities[0].id}]"] in written
    assert import_corrections(annotators.exported(), tmp_path / "build", tmp_path / "out").decisions == ()
    other = next(each.name for each in knowledge.entities[1:] if each.name in {text[0] for text in written})
    annotators.call(other, name)
    with pytest.raises(GoldError, match=f"several entities are called .*; write the id .*{ids[0]}, {ids[1]}"):
        import_corrections(annotators.exported(), tmp_path / "build", tmp_path / "out")


def test_import_inception_errors_name_the_place(tmp_path: Path) -> None:
    pytest.importorskip("cassis")
    write_all(strange_result(), tmp_path / "build")
    export(tmp_path / "build", "inception", tmp_path / "tool")
    written = contents(tmp_path / "tool")
    name = next(each for each in written if each.endswith(".xmi") and b'predicate="accuse"' in written[each])
    for old, new, told in (
        (b'predicate="accuse"', b'predicate="hugs"', "has the predicate hugs; choose one of"),
        (b'modality="reported"', b'modality="rumour"', "has the modality rumour; choose one of asserted"),
        (b'value="PER"', b'value="MISC"', "is labelled MISC; label it as one of"),
        ("المنصوري".encode(), "المنصورى".encode(), "the text of .* is not that of the build"),
    ):
        content = written[name].replace(old, new)
        assert content != written[name]
        (tmp_path / "tool" / name).write_bytes(content)
        with pytest.raises(GoldError, match=told):
            import_corrections(tmp_path / "tool", tmp_path / "build", tmp_path / "out")
    # The first letter is an emoji of two code units.
    half = b'<type0:NamedEntity xmi:id="9999" sofa="1" begin="1" end="2" value="PER"/><type0:NamedEntity '
    cut = written[name].replace(b"<type0:NamedEntity ", half, 1).replace(b' members="', b' members="9999 ')
    (tmp_path / "tool" / name).write_bytes(cut)
    with pytest.raises(GoldError, match="lies outside the text or within a character"):
        import_corrections(tmp_path / "tool", tmp_path / "build", tmp_path / "out")
    (tmp_path / "tool" / name).write_bytes(written[name])
    (tmp_path / "tool" / "copy.xmi").write_bytes(written[name])
    with pytest.raises(GoldError, match="The same article is in 2 files"):
        import_corrections(tmp_path / "tool", tmp_path / "build", tmp_path / "out")
