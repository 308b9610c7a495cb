"""The pages that are written by hand are true: their commands run, and the names in them exist."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from graph_builder.compare.tables import TABLES
from graph_builder.exchange import FORMATS, export
from graph_builder.export import EXPORTERS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "graph_builder"
PAGES = PACKAGE / "docs" / "pages"


@pytest.fixture
def here(seeds_output: Path, tmp_path: Path) -> Path:
    """Return a folder that has the build of the seeds as DIR, and our command in bin."""
    shutil.copytree(seeds_output, tmp_path / "DIR")
    program = tmp_path / "bin" / "graph-builder"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m graph_builder "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def commands(name: str, among: str) -> list[str]:
    """Return the lines of the block of a page that has a command, without continuation."""
    [block] = [block for block in re.findall(r"^```\n(.*?)```", page(name), re.DOTALL | re.MULTILINE) if among in block]
    return str(block).splitlines()


def run(here: Path, command: str) -> str:
    path = f"{here / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=here, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_queries_are_answered(here: Path) -> None:
    lines = commands("querying", "graph-builder query")
    assert len(lines) == 5
    for line in lines:
        run(here, line)
    assert len((here / "evidence.csv").read_text(encoding="utf-8").splitlines()) > 100
    assert "<svg" in (here / "picture.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_corrections_fit_the_seeds(here: Path) -> None:
    lines = commands("corrections", "graph-builder merge")
    assert "ستافان دي ميستورا" in run(here, lines[0])
    for line in lines[1:]:
        run(here, line)
    written = yaml.safe_load((here / "DIR" / "decisions.yaml").read_text(encoding="utf-8"))
    assert len(written) == len(lines) - 1


@pytest.mark.slow
def test_the_example_of_comparing_holds(here: Path) -> None:
    [line] = commands("comparing", "graph-builder compare DIR --a article")
    run(here, line)
    text = (here / "comparison" / "compared_retold.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 5
    told: dict[tuple[str, ...], tuple[str, ...]] = {
        (row["subject_name"], f"`{row['predicate']}`", row["object_name"]): tuple(
            row[f"modality_{side}"] + (f" by {row[f'by_{side}']}" if row[f"by_{side}"] else "") for side in "ab"
        )
        for row in rows
    }
    table = page("comparing").partition("| subject |")[2].partition("\n\n")[0].splitlines()[2:]
    shown = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in table]
    assert len(shown) == 2
    assert all(told[row[:3]] == row[3:] for row in shown)


@pytest.mark.slow
def test_the_python_example_of_comparing_runs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [code] = re.findall(r"^```python\n(.*?)```", page("comparing"), re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(here)
    exec(code, {})
    assert (here / "comparison" / "comparison.html").is_file()


def test_every_column_of_a_comparison_is_described() -> None:
    described = {name for row in page("comparing").splitlines() for name in re.findall(r"`([a-z0-9_]+)`", row)}
    ends = re.compile(r"^(?:first|second|subject|object)_|_[ab]$")
    columns = {ends.sub("", ends.sub("", column)) for table in TABLES.values() for column in table.columns}
    assert columns - described == set()


def test_the_options_of_build_exist() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graph_builder", "build", "--help"],
        env={**os.environ, "COLUMNS": "200"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    named = set(re.findall(r"--[a-z][a-z0-9-]+", page("reading")))
    assert len(named) > 15
    assert {option for option in named if option not in done.stdout} - {"--help"} == set()


def test_what_the_glossary_names_exists() -> None:
    cells = [row.split(" | ")[-1] for row in page("glossary").splitlines() if re.match(r"\| (?!-|term )", row)]
    names = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    files = {name for name in names if re.fullmatch(r"[a-z_]+\.(?!py\b)[a-z]+", name)} - {"gb.build", "gb.load"}
    paths = {name for name in names if "/" in name or name.endswith(".py")}
    assert len(files) > 8 and len(paths) > 8
    assert files - set(EXPORTERS) == {"decisions.yaml"}
    assert {path for path in paths if not (PACKAGE / path).exists() and not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.md")), ids=lambda path: path.stem)
def test_links_hold_on_a_code_host(path: Path) -> None:
    targets = re.findall(r"\]\(([^):#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (PAGES / target).exists() and target != "schema.json"] == []


def test_the_page_on_other_tools_has_every_format_and_file(seeds_output: Path, tmp_path: Path) -> None:
    rows = [line.split(" | ") for line in page("other-tools").splitlines() if line.startswith("| `")]
    formats = {name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row[0])}
    assert {name for name in FORMATS if not name.endswith(".gz")} <= formats
    for name in ("cytoscape", "ftm", "gephi", "neo4j", "schemaorg"):
        patterns = [text for row in rows if row[0] == f"| `{name}`" for text in re.findall(r"`([^`]+)`", row[1])]
        for path in export(seeds_output, name, tmp_path / name):
            assert any(path.match(pattern) for pattern in patterns), path.name
