"""Floors of precision and recall of the committed output/ on the seeds' gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OUTPUT = HERE.parents[1] / "output"

# What is reached, minus a hair. Raise them with every gain.
FLOORS = {
    "exact": {"f1": 0.92},
    "mention": {"f1": 0.945},
    "entity": {"f1": 0.96},
    "relation": {"p": 0.735, "f1": 0.605},
    "pair": {"f1": 0.67},
}


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    command = [sys.executable, str(HERE / "score.py"), str(HERE / "seeds"), str(OUTPUT), "--json"]
    answer: dict[str, dict[str, float]] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return answer


@pytest.mark.parametrize(("figure", "measure"), [(f, m) for f, floors in FLOORS.items() for m in floors])
def test_quality_floors_on_the_seeds(figures: dict[str, dict[str, float]], figure: str, measure: str) -> None:
    assert figures[figure][measure] >= FLOORS[figure][measure]
