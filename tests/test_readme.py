"""The README says what is: its commands, options, files and figures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from graph_builder.export import EXPORTERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_quick_start_is_two_commands_of_one_line_each() -> None:
    section = README.split("## Quick start")[1].split("\n## ")[0]
    blocks = re.findall(r"```bash\n(.*?)```", section, flags=re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "graph-builder build seeds/ -o output/" in blocks[0]
    assert blocks[1].endswith('.venv-test/bin/python -m pytest -m "" -n 2\n')


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
    marked = re.search(
        r"<!-- figures: graph-builder (.*?) -->\n(.*?)\n<!-- end of figures -->", README, flags=re.DOTALL
    )
    assert marked is not None
    printed = _run(*marked[1].split())
    measured = re.findall(r"^(\w+) +P (\S+)  R (\S+)  F1 (\S+)$", printed, flags=re.MULTILINE)
    stated = re.findall(r"^\| (\w+) \| (\S+) \| (\S+) \| (\S+) \|$", marked[2], flags=re.MULTILINE)
    assert len(measured) == 5
    assert stated == measured


def test_its_pictures_are_there_and_it_cites_this_version() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) == 2 and all((ROOT / picture).is_file() for picture in pictures)
    assert f"version = {{{version('graph-builder')}}}" in README


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


@pytest.mark.slow
def test_its_questions_are_answered(seeds_output: Path, tmp_path: Path) -> None:
    [block] = re.findall(r"```\n(.*?)```", _section("Questions in SPARQL"), flags=re.DOTALL)
    (tmp_path / "DIR").symlink_to(seeds_output)
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    commands = [line for line in block.splitlines() if line]
    assert len(commands) == 5
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert len((tmp_path / "evidence.csv").read_text(encoding="utf-8").splitlines()) > 100
    assert "<svg" in (tmp_path / "picture.html").read_text(encoding="utf-8")


def _succeed(command: list[str], folder: Path, env: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _section(title: str) -> str:
    return README.split(f"## {title}")[1].split("\n## ")[0]


def _run(*arguments: str) -> str:
    command = [sys.executable, "-m", "graph_builder", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
