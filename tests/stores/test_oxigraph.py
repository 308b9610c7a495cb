"""A build in an Oxigraph server, by push."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.store.changes import change, drop, graphs
from tests.stores.engines import missing
from tests.stores.test_recipes import here, recipe, run
from tests.support.command import graph_builder
from tests.support.serving import wait_until

__all__ = ["here"]  # a fixture

_PROGRAM = str(Path(sys.executable).with_name("oxigraph"))

pytestmark = pytest.mark.store


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """The address of an empty server."""
    if reason := missing(_PROGRAM):
        pytest.skip(reason)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command: list[str | Path] = [_PROGRAM, "serve", "--location", tmp_path / "store", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        url = f"http://127.0.0.1:{port}"

        def answers() -> bool:
            try:
                return requests.get(url, timeout=5).ok
            except requests.ConnectionError:
                return False

        wait_until(answers)
        yield url
        process.terminate()


def counts(url: str) -> dict[str, int]:
    """How many statements each graph has."""
    query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    accept = {"Accept": "application/sparql-results+json"}
    answer = requests.post(f"{url}/query", data={"query": query}, headers=accept, timeout=30).json()
    return {row["g"]["value"]: int(row["n"]["value"]) for row in answer["results"]["bindings"]}


def test_oxigraph_push_sends_every_statement_and_then_changes(
    oxigraph: str, seeds_output: Path, tmp_path: Path
) -> None:
    build = tmp_path / "build"
    build.mkdir()
    for name in ("graph.nq", "ontology.ttl"):
        shutil.copy(seeds_output / name, build)

    def push(*options: str) -> str:
        where = ("--endpoint", f"{oxigraph}/query", "--graph-store", f"{oxigraph}/store")
        done = graph_builder("push", build, *where, *options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert push() == "Graphs sent: 8, there already: 0, deleted: 0.\n"
    sent = counts(oxigraph)
    assert sum(sent[name] for name in graphs(build)) == len((build / "graph.nq").read_bytes().splitlines())
    assert push() == "Graphs sent: 0, there already: 8, deleted: 0.\n"
    first, second, *_ = graphs(build)
    change(build, first)
    drop(build, second)
    assert push("--delete-missing") == "Graphs sent: 1, there already: 6, deleted: 1.\n"
    left = {name: number for name, number in sent.items() if name != second}
    assert counts(oxigraph) == {**left, first: sent[first] + 1}


def test_recipe_oxigraph(oxigraph: str, here: Path) -> None:
    code = recipe("7878/store").replace("http://localhost:7878", oxigraph)
    assert "Graphs sent: 8" in run(here, "bash", "-euc", code)
