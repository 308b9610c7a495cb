"""The README is true: its commands, files, figures, pictures and Python."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from graph_builder.export import EXPORTERS
from tests.support.pictures import LARGER_PICTURE, OBJECT, PICTURE, SUBJECT

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_quick_start_is_two_commands_of_one_line_each() -> None:
    section = README.split("## Quick start")[1].split("\n## ")[0]
    blocks = re.findall(r"```bash\n(.*?)```", section, flags=re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "graph-builder build seeds/ -o output/" in blocks[0]
    assert blocks[1].endswith('.venv-test/bin/python -m pytest -m "" -n auto\n')


def test_it_fits_on_three_screens() -> None:
    assert len(README.splitlines()) <= 150


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^):\s]+)\)", README)
    assert len(targets) > 20
    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []


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
    marked = re.search(
        r"<!-- figures: graph-builder (.*?) -->\n(.*?)\n<!-- end of figures -->", README, flags=re.DOTALL
    )
    assert marked is not None
    command = [sys.executable, "-m", "graph_builder", *marked[1].split()]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    measured = re.findall(r"^(\w+) +P (\S+)  R (\S+)  F1 (\S+)$", printed, flags=re.MULTILINE)
    stated = re.findall(r"^\| (\w+) \| (\S+) \| (\S+) \| (\S+) \|$", marked[2], flags=re.MULTILINE)
    assert len(measured) == 5
    assert stated == measured


def test_its_pictures_are_there_and_small() -> None:
    pictures = [ROOT / picture for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)]
    assert len(pictures) == 2
    assert PICTURE in pictures
    assert all(0 < picture.stat().st_size < 250_000 for picture in (*pictures, LARGER_PICTURE))


def test_the_explorer_of_the_committed_output_has_the_pictured_relation() -> None:
    lines = (ROOT / "output" / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    assert (SUBJECT, OBJECT) in {(row["subject"], row["object"]) for row in map(json.loads, lines)}


def test_readme_and_citation_file_cite_this_version() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["version"] == stated == version("graph-builder")
    assert f"version = {{{stated}}}" in README


@pytest.mark.slow
def test_its_python_runs(seeds_cache: Path, tmp_path: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", _section("In Python and in notebooks"), flags=re.DOTALL)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "cache" / "graph-builder").mkdir(parents=True)
    (tmp_path / "cache" / "graph-builder" / "annotations").symlink_to(seeds_cache)
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "تنظيم الدولة" in (tmp_path / "output" / "decisions.yaml").read_text(encoding="utf-8")


def _section(title: str) -> str:
    return README.split(f"## {title}")[1].split("\n## ")[0]
