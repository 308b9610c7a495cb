"""The JSON files of a build conform to the schema, and damaged ones do not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from graph_builder.export import write_all
from graph_builder.export.schema import schema
from graph_builder.lexicon import predicates
from tests.support.command import graph_builder
from tests.support.samples import sample_result

_BUILD = ("documents.jsonl", "entities.jsonl", "relations.jsonl", "manifest.json")
_ROWS = {"documents.jsonl": "document", "entities.jsonl": "entity", "relations.jsonl": "relation"}


def contents(folder: Path) -> dict[str, Any]:
    """The files of a build as the schema sees them."""
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in _BUILD}
    return {
        name: [json.loads(line) for line in text.splitlines()] if name.endswith(".jsonl") else json.loads(text)
        for name, text in texts.items()
    }


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema(), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def seeds(seeds_output: Path) -> dict[str, Any]:
    return contents(seeds_output)


def test_schema_accepts_the_seeds(validator: Draft202012Validator, seeds: dict[str, Any]) -> None:
    assert [error.message for error in validator.iter_errors(seeds)] == []
    assert all(seeds[name] for name in _BUILD)


@pytest.mark.parametrize(("name", "definition"), _ROWS.items())
def test_schema_has_the_fields_of_rows_in_their_order(name: str, definition: str, seeds: dict[str, Any]) -> None:
    properties = schema()["$defs"][definition]["properties"]
    assert all(list(row) == list(properties) for row in seeds[name])


def test_schema_accepts_the_sample_but_for_its_invalid_iri(validator: Draft202012Validator, tmp_path: Path) -> None:
    write_all(sample_result(), tmp_path)
    assert [error.message for error in validator.iter_errors(contents(tmp_path)) if error.validator != "format"] == []


def remove(name: str, key: str) -> Callable[[dict[str, Any]], None]:
    return lambda build: build[name][0].pop(key)


def put(name: str, key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda build: build[name][0].__setitem__(key, value)


@pytest.mark.parametrize(
    "spoil",
    [
        remove("documents.jsonl", "sentences"),
        put("documents.jsonl", "published", "yesterday"),
        put("documents.jsonl", "author", "nobody"),
        put("entities.jsonl", "kind", "MISC"),
        put("entities.jsonl", "place", {"lat": 91.0, "lon": 0.0, "country": "SY"}),
        put("entities.jsonl", "id", "aleppo"),
        put("relations.jsonl", "predicate", "likes"),
        put("relations.jsonl", "confidence", 1.5),
        put("relations.jsonl", "date", "2 December"),
        put("relations.jsonl", "evidence", []),
        lambda build: build["manifest.json"].pop("settings"),
    ],
)
def test_schema_refuses_a_damaged_build(
    spoil: Callable[[dict[str, Any]], None], validator: Draft202012Validator, seeds: dict[str, Any]
) -> None:
    spoilt = copy.deepcopy(seeds)
    spoil(spoilt)
    assert not validator.is_valid(spoilt)


def test_schema_command_prints_the_schema() -> None:
    done = graph_builder("schema")
    assert (done.returncode, done.stderr) == (0, "")
    printed = json.loads(done.stdout)
    assert printed == schema()
    assert printed["$defs"]["relation"]["properties"]["predicate"]["enum"] == list(predicates())
