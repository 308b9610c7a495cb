"""The contract of a build's JSON files, as JSON Schema (draft 2020-12)."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from graph_builder.lexicon import predicates


def schema() -> dict[str, Any]:
    """The schema of an object with one property a file, a .jsonl file as the array of its lines.

    >>> sorted(schema()["properties"])
    ['documents.jsonl', 'entities.jsonl', 'manifest.json', 'relations.jsonl']
    """
    text = (resources.files("graph_builder.export") / "schema.json").read_text(encoding="utf-8")
    contract: dict[str, Any] = json.loads(text)
    contract["$defs"]["relation"]["properties"]["predicate"]["enum"] = list(predicates())
    return contract
