"""What a build wrote, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph_builder.errors import ReviewError
from graph_builder.values import Entity


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """The objects of one of a build's .jsonl files.

    Raises ReviewError if there is no such file, or it is damaged.
    """
    path = folder / name
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except FileNotFoundError as error:
        raise ReviewError(f"{path} is missing: {folder} is no folder that `graph-builder build` wrote.") from error
    except (OSError, ValueError) as error:
        raise ReviewError(f"{path} cannot be read as what a build wrote ({error}); build anew.") from error


def entities(folder: Path) -> list[Entity]:
    """Who and what a build found, without the mentions.

    Raises ReviewError.
    """
    return [
        Entity(row["id"], row["kind"], row["name"], row["name_latin"], tuple(row["aliases"]), ())
        for row in rows(folder, "entities.jsonl")
    ]
