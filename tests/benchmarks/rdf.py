"""How fast RDF is written as N-Quads, and in how much memory, beside rdflib and pyoxigraph on the same triples.

    python -m tests.benchmarks.rdf [TRIPLES...]

They write triples that are in memory already; `whole` is ours all the way from what is known, and rdflib's from the
lines of a file. Seconds are of the processor, the best of three runs; memory is what the first added at its peak.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import networkx as nx
import pyoxigraph
import rdflib

from graph_builder.core.result import Result
from graph_builder.export.rdf import formats, write_nquads
from graph_builder.export.rdf.graphs import graphs
from tests.support.synthetic import synthetic_knowledge

SIZES = (10_000, 100_000, 1_000_000, 2_000_000)
ROUNDS = 3

# Triples that a relation of the synthetic corpus comes to, with its share of entities and articles.
_PER_RELATION = 45.6

# What writes to a file, having been given what it needs.
Writer = Callable[[Path], None]


def ours_whole(result: Result) -> Writer:
    """All the way from what is known."""
    return partial(write_nquads, result)


def ours(result: Result) -> Writer:
    """From triples, as we have them: nodes with their statements, graph by graph."""
    ready = [(graph, list(nodes)) for graph, nodes in graphs(result)]

    def run(path: Path) -> None:
        with path.open("wb") as file:
            file.writelines(formats.lines_of(ready))

    return run


def by_pyoxigraph(result: Result) -> Writer:
    """From pyoxigraph's quads."""
    ready = list(pyoxigraph.parse(b"".join(formats.nquads(result)), format=pyoxigraph.RdfFormat.N_QUADS))

    def run(path: Path) -> None:
        pyoxigraph.serialize(ready, path, format=pyoxigraph.RdfFormat.N_QUADS)

    return run


def by_rdflib(result: Result) -> Writer:
    """From rdflib's dataset."""
    ready = rdflib.Dataset()
    ready.parse(data=b"".join(formats.nquads(result)), format="nquads")

    def run(path: Path) -> None:
        ready.serialize(path, format="nquads")

    return run


def by_rdflib_whole(result: Result) -> Writer:
    """From the lines of a file into rdflib's dataset, as whoever uses it must, and on from there."""
    lines = b"".join(formats.nquads(result))

    def run(path: Path) -> None:
        ready = rdflib.Dataset()
        ready.parse(data=lines, format="nquads")
        ready.serialize(path, format="nquads")

    return run


WRITERS = {
    "graph_builder": ours,
    "pyoxigraph": by_pyoxigraph,
    "rdflib": by_rdflib,
    "graph_builder, whole": ours_whole,
    "rdflib, whole": by_rdflib_whole,
}


def main() -> None:
    """Print a row for each size and writer, and how ours compares with rdflib's."""
    print(f"{'triples':>9}  {'writer':20} {'seconds':>8} {'triples/s':>11} {'MB':>6}")
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        seconds: dict[str, float] = {}
        for name in WRITERS:
            triples, seconds[name], memory = _apart(name, size)
            speed = triples / seconds[name]
            print(f"{triples:9,}  {name:20} {seconds[name]:8.2f} {speed:11,.0f} {memory:6,.0f}", flush=True)
        for kind in ("", ", whole"):
            share = seconds[f"graph_builder{kind}"] / seconds[f"rdflib{kind}"]
            print(f"{'':11}graph_builder{kind} takes {share:.1%} of the time of rdflib{kind}", flush=True)


def _apart(name: str, size: int) -> tuple[int, float, float]:
    """Triples, seconds and megabytes, measured in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (name, size))


def _measured(name: str, size: int) -> tuple[int, float, float]:
    gc.set_threshold(100_000)  # as a build does
    result = Result(synthetic_knowledge(round(size / _PER_RELATION)), nx.Graph(), nx.MultiDiGraph())
    writer = WRITERS[name](result)
    best = float("inf")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    after = before
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        for number in range(ROUNDS):
            start = time.process_time()
            writer(path)
            best = min(best, time.process_time() - start)
            if number == 0:
                after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with path.open("rb") as file:
            triples = sum(line != b"\n" for line in file)
    return triples, best, (after - before) / 1024


if __name__ == "__main__":
    main()
