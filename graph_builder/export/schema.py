"""The JSON Schema (draft 2020-12) of the JSON files of a build."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from graph_builder.lexicon import predicates


def schema() -> dict[str, Any]:
    """Return the schema of an object with one property per file; a .jsonl file is the array of its lines.

    >>> sorted(schema()["properties"])
    ['documents.jsonl', 'entities.jsonl', 'manifest.json', 'relations.jsonl']
    """
    text = (resources.files("graph_builder.export") / "schema.json").read_text(encoding="utf-8")
    contract: dict[str, Any] = json.loads(text)
    contract["$defs"]["relation"]["properties"]["predicate"]["enum"] = list(predicates())
    return contract
