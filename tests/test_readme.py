"""The README says what is: its commands, options, files and figures."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from graph_builder.export import EXPORTERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_quick_start_is_two_commands_of_one_line_each() -> None:
    section = README.split("## Quick start")[1].split("\n## ")[0]
    blocks = re.findall(r"```bash\n(.*?)```", section, flags=re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "graph-builder build seeds/ -o output/" in blocks[0]
    assert "pytest" in blocks[1]


def test_every_option_it_names_exists() -> None:
    helps = [_run("build", "--help"), _run("models", "fetch", "--help")]
    told = " ".join(helps)
    own = README.split("## Your own articles")[1].split("\n## ")[0]
    for option in set(re.findall(r"--[a-z]+", own)) - {"--help"}:
        assert option in told, option


def test_it_lists_every_file_that_a_build_writes() -> None:
    table = README.split("## What a build writes")[1].split("\n## ")[0]
    named = set()
    for cell in re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE):
        stem = ""
        for name in re.findall(r"`([^`]+)`", cell):
            # `relations.graphml`, `.gexf`: the second has the name of the first.
            stem = stem if name.startswith(".") else name.rsplit(".", 1)[0]
            named.add(stem + "." + name.rsplit(".", 1)[1])
    assert named == set(EXPORTERS)


def test_its_figures_are_those_of_the_committed_output() -> None:
    marked = re.search(r"<!-- figures: python (.*?) -->\n(.*?)\n<!-- end of figures -->", README, flags=re.DOTALL)
    assert marked is not None
    printed = subprocess.run(
        [sys.executable, *marked[1].split()], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    measured = re.findall(r"^(\w+) +P (\S+)  R (\S+)  F1 (\S+)$", printed, flags=re.MULTILINE)
    stated = re.findall(r"^\| (\w+) \| (\S+) \| (\S+) \| (\S+) \|$", marked[2], flags=re.MULTILINE)
    assert len(measured) == 5
    assert stated == measured


def _run(*arguments: str) -> str:
    command = [sys.executable, "-m", "graph_builder", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
