"""A build in Virtuoso, by the bulk loader and by push."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph
import pytest

from tests.store.changes import change, drop, graphs
from tests.stores.engines import ONTOLOGY
from tests.stores.virtuoso import PASSWORD, Virtuoso
from tests.support.command import graph_builder

pytestmark = pytest.mark.store


@pytest.fixture
def build(seeds_output: Path, tmp_path: Path) -> Path:
    """The RDF of the seeds' build, to be changed at will."""
    for name in ("graph.nq", "ontology.ttl"):
        shutil.copy(seeds_output / name, tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def counts(seeds_output: Path) -> dict[str, int]:
    """How many statements each graph has, and the ontology with its digest, by pyoxigraph."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(seeds_output / "graph.nq"))
    store.bulk_load(path=str(seeds_output / "ontology.ttl"), to_graph=pyoxigraph.NamedNode(ONTOLOGY))
    names = list(store.named_graphs())
    return {str(name.value): len(list(store.quads_for_pattern(None, None, None, name))) for name in names}


def push(build: Path, server: Virtuoso, *options: str) -> str:
    """What the command prints; it prints no error."""
    where = ("--endpoint", server.endpoint, "--graph-store", server.graph_store, "--user", "dba")
    done = graph_builder("push", build, *where, *options, env={"GRAPH_BUILDER_PASSWORD": PASSWORD})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_virtuoso_bulk_loader_loads_every_statement(
    seeds_output: Path, virtuoso: Virtuoso, counts: dict[str, int]
) -> None:
    virtuoso.load(seeds_output, "graph.nq", "ontology.ttl")
    assert virtuoso.graphs() == counts


def test_virtuoso_push_sends_every_statement_and_then_changes(
    build: Path, virtuoso: Virtuoso, counts: dict[str, int]
) -> None:
    assert push(build, virtuoso) == "Graphs sent: 8, there already: 0, deleted: 0.\n"
    pushed = {**counts, ONTOLOGY: counts[ONTOLOGY] + 1}  # with its digest
    assert virtuoso.graphs() == pushed
    assert push(build, virtuoso) == "Graphs sent: 0, there already: 8, deleted: 0.\n"
    first, second, *_ = graphs(build)
    change(build, first)
    assert push(build, virtuoso) == "Graphs sent: 1, there already: 7, deleted: 0.\n"
    assert virtuoso.graphs() == {**pushed, first: counts[first] + 1}
    drop(build, second)
    assert push(build, virtuoso, "--delete-missing") == "Graphs sent: 0, there already: 7, deleted: 1.\n"
    assert virtuoso.graphs() == {name: number for name, number in pushed.items() if name != second} | {
        first: counts[first] + 1
    }


def test_virtuoso_missing_grant_is_named(build: Path, virtuoso: Virtuoso) -> None:
    open_to_all = virtuoso.graph_store.removesuffix("-auth")
    done = graph_builder("push", build, "--endpoint", virtuoso.endpoint, "--graph-store", open_to_all)
    assert done.returncode == 1
    assert "403" in done.stderr
    assert "the store must allow this user to write" in done.stderr
    assert virtuoso.graphs() == {}
