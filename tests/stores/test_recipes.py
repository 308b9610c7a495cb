"""The recipes of the page on triple stores, run as they stand; only ports are those of the server at hand."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stores import engines
from tests.stores.virtuoso import PASSWORD, PROGRAMS, Virtuoso
from tests.support.recorded import ROOT

pytestmark = pytest.mark.store

PAGE = (ROOT / "graph_builder" / "docs" / "pages" / "triple-stores.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"```(python|bash)\n(.*?)```", PAGE, flags=re.DOTALL)
TITLE = "خروج المجموعات المسلحة من شرق حلب"


@pytest.fixture
def here(seeds_output: Path, tmp_path: Path) -> Path:
    """A folder in which the seeds' build is called output/, and our commands are found."""
    (tmp_path / "output").symlink_to(seeds_output)
    (tmp_path / "bin").mkdir()
    commands: dict[str, tuple[str, ...]] = {"graph-builder": (sys.executable, "-m", "graph_builder")}
    if not engines.missing_jena():
        commands |= {"riot": engines.java(tmp_path, "riotcmd.riot"), "sparql": engines.java(tmp_path, "arq.sparql")}
    for name, command in commands.items():
        path = tmp_path / "bin" / name
        path.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
        path.chmod(0o755)
    return tmp_path


def recipe(word: str) -> str:
    """The one recipe in which a word stands."""
    (found,) = [code for _, code in RECIPES if word in code]
    return str(found)


def run(here: Path, *command: str, **more: str) -> str:
    """What a command that does not fail prints, on both streams."""
    path = f"{here / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(
        command, cwd=here, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
    )
    said = done.stdout.decode("utf-8")
    assert done.returncode == 0, said
    return said


def test_recipes_are_for_eight_stores() -> None:
    assert len(RECIPES) == 8


@pytest.mark.parametrize("library", ["pyoxigraph", "rdflib"])
def test_recipe_python(library: str, here: Path) -> None:
    said = run(here, sys.executable, "-c", recipe(f"import {library}"), PYTHONIOENCODING="utf-8")
    assert TITLE in said.splitlines()
    assert len(said.splitlines()) == 5


@pytest.mark.skipif(engines.missing(*PROGRAMS) != "", reason=engines.missing(*PROGRAMS))
@pytest.mark.parametrize("word", ["isql-vt", "sparql-graph-crud-auth"])
def test_recipe_virtuoso(word: str, here: Path, virtuoso: Virtuoso, seeds_output: Path) -> None:
    code = recipe(word).replace("1111", str(virtuoso.sql_port)).replace("8890", str(virtuoso.http_port))
    code = code.replace("$PWD/output", str(seeds_output))  # DirsAllowed knows it by this name
    said = run(here, "bash", "-euc", code, VIRTUOSO=PASSWORD)
    assert "Error" not in said
    asked = virtuoso.graphs()
    asked.pop(engines.ONTOLOGY, None)
    assert sum(asked.values()) == len((seeds_output / "graph.nq").read_bytes().splitlines())


@pytest.mark.skipif(engines.missing_jena() != "", reason=engines.missing_jena())
def test_recipe_jena(here: Path) -> None:
    said = run(here, "bash", "-euc", recipe("riot"))
    assert TITLE in said
    assert "WARN" not in said
    assert "ERROR" not in said


@pytest.mark.skipif(engines.missing("rapper") != "", reason=engines.missing("rapper"))
def test_recipe_rapper(here: Path) -> None:
    assert run(here, "bash", "-euc", recipe("rapper")).count("returned") == 2


@pytest.mark.skipif(engines.missing(engines.COMUNICA) != "", reason=engines.missing(engines.COMUNICA))
def test_recipe_comunica(here: Path) -> None:
    assert TITLE in run(here, "bash", "-euc", recipe("comunica-sparql-file"))
