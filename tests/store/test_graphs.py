"""Named graphs of a build, read from graph.nq."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.store.graphs import NTRIPLES, TURTLE, graphs
from tests.store import changes


def test_graphs_are_read_in_order_with_the_ontology_last(build: Path) -> None:
    found = list(graphs(build))
    *names, ontology = [graph.name for graph in found]
    assert names == list(changes.graphs(build))
    assert ontology == "https://graph-builder.example/ontology"
    assert {graph.media for graph in found[:-1]} == {NTRIPLES}
    assert found[-1].media == TURTLE
    for graph in found:
        last = graph.body.decode().splitlines()[-1]
        assert last == f'<{graph.name}> {changes.DIGEST} "{graph.digest}" .'


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:0],
        lambda text: "\n" + text,
        lambda text: text.replace("<", "", 1),
        lambda text: text[:-100],
        lambda text: text + text.splitlines()[0] + "\n",
        lambda text: text.replace("دمشق", "حلب"),
        lambda text: "\n".join(line for line in text.split("\n") if changes.DIGEST not in line),
        lambda text: '<http://a> <http://b> "c" .\n' + text,
    ],
    ids=["empty", "blank", "syntax", "short", "apart", "changed", "undigested", "unnamed"],
)
def test_graphs_of_a_changed_file_are_refused(build: Path, damage: object) -> None:
    path = build / "graph.nq"
    assert callable(damage)
    damaged = damage(path.read_text(encoding="utf-8"))
    assert damaged != path.read_text(encoding="utf-8")
    path.write_text(damaged, encoding="utf-8", newline="")
    with pytest.raises(DamagedBuildError, match=r"graph\.nq is not as .* writes it.*: build it again\."):
        list(graphs(build))


def test_graphs_without_a_build_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"graph\.nq cannot be read \(No such file.*name the folder of a build"):
        list(graphs(tmp_path))
