"""The figures of the page on clusters."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from tests.benchmarks.arithmetic import MEASURED, costs
from tests.support.recorded import ROOT

PAGE = (ROOT / "graph_builder" / "docs" / "pages" / "cluster.md").read_text(encoding="utf-8")


def test_arithmetic_table_is_what_the_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.arithmetic"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    [shown] = re.findall(r"<!-- arithmetic -->\n(.*?)\n<!-- end of arithmetic -->", PAGE, flags=re.DOTALL)
    assert shown == done.stdout.strip()


def test_arithmetic_cost_is_linear_in_articles() -> None:
    for what, cost in costs(json.loads(MEASURED.read_text(encoding="utf-8"))).items():
        if "memory" not in what:
            assert abs(cost(10_000) / cost(1_000) - 10) < 1e-6, what
        else:
            assert cost(1_000) < cost(10_000) < 10 * cost(1_000), what


def test_arithmetic_annotation_cost_follows_the_measured_speed() -> None:
    measured = {
        "annotate": {"words a second": 1000},
        "cluster": {
            "words": 250,
            "milliseconds": dict.fromkeys(
                ("read", "keep", "resolve", "relate", "graphs", "write", "relate by a worker"), 10.0
            ),
            "kilobytes of memory": {"relate": 2.0, "write": 5.0},
            "megabytes of memory": {"relate": 1000, "write": 2000},
            "kilobytes of storage": {"annotations": 20.0, "extractions": 5.0, "output": 100.0},
        },
    }
    million = {what: cost(1_000_000) for what, cost in costs(measured).items()}
    assert round(million["workers: annotation, process-hours"], 1) == 69.4
    assert round(million["100 worker processes, days"], 2) == round(60_000 / 86_400, 2) == 0.69
    assert million["client: memory with graphs and files, GB"] == 7
    assert (million["cache, GB"], million["output, GB"]) == (25, 100)
