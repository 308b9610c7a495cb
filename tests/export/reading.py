"""Reading back what was written."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph_builder.core.result import Result
from tests.support.samples import sample_result


def jsonl(write: Callable[[Result, Path], None], folder: Path) -> list[dict[str, Any]]:
    """The sample, written and read as JSON Lines."""
    write(sample_result(), folder / "t")
    return [json.loads(line) for line in (folder / "t").read_text(encoding="utf-8").splitlines()]


def table(write: Callable[[Result, Path], None], folder: Path) -> list[dict[str, str]]:
    """The sample, written and read as CSV."""
    write(sample_result(), folder / "t")
    with (folder / "t").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
