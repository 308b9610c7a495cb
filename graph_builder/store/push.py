"""A build's RDF sent to a triple store, graph by graph, and only what the store does not have yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import StoreError
from graph_builder.export.rdf.terms import ONTOLOGY
from graph_builder.store.graphs import graphs, place
from graph_builder.store.remote import TripleStore

# Told of each graph: the step, how many are done, and of how many.
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Pushed:
    """How many graphs were sent, were there already, and were taken out."""

    sent: int = 0
    kept: int = 0
    deleted: int = 0


def push(folder: Path, store: TripleStore, progress: Progress, *, delete_missing: bool = False) -> Pushed:
    """Send every graph whose digest the store does not have; then, if asked to, take out those the build has no more.

    Only graphs that have a digest and a name below that of the build's own graphs are ever taken out. What was sent
    stays sent whatever happens: the same call goes on from there.

    Raises StoreError, which says how far it came.
    """
    wanted = {graph.name: graph.digest for graph in graphs(folder)}
    pushed = Pushed()
    try:
        there = store.digests()
        missing = {name for name, digest in wanted.items() if there.get(name) != digest}
        pushed.kept = len(wanted) - len(missing)
        for graph in graphs(folder):
            if graph.name in missing:
                store.put(graph)
                pushed.sent += 1
                progress("send", pushed.sent, len(missing))
        gone = sorted(_below(there, wanted) - set(wanted)) if delete_missing else []
        for name in gone:
            store.delete(name)
            pushed.deleted += 1
            progress("delete", pushed.deleted, len(gone))
        if missing or gone:
            _confirm(store, wanted, gone)
    except StoreError as error:
        raise StoreError(f"{error} {_so_far(pushed, len(wanted))}") from error
    except KeyboardInterrupt as error:
        raise StoreError(f"Stopped. {_so_far(pushed, len(wanted))}") from error
    return pushed


def _below(there: dict[str, str], wanted: dict[str, str]) -> set[str]:
    """The graphs of the store that are where those of the build are."""
    places = {place(name) for name in wanted if name != ONTOLOGY}
    return {name for name in there if place(name) in places}


def _confirm(store: TripleStore, wanted: dict[str, str], gone: list[str]) -> None:
    """What was sent is found again, and what was taken out is not: else the two addresses are not of one store."""
    there = store.digests()
    if any(there.get(name) != digest for name, digest in wanted.items()) or not there.keys().isdisjoint(gone):
        raise StoreError(
            "The store took everything, but asked what it has, it answers otherwise: --endpoint and --graph-store must "
            "be of the same store, and the user allowed to read there."
        )


def _so_far(pushed: Pushed, total: int) -> str:
    return f"{pushed.kept + pushed.sent} of {total} graphs are in; the same command goes on from there."
