"""Push the RDF of a build to a triple store: only the graphs that the store lacks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import RemoteStoreError
from graph_builder.core.progress import Progress
from graph_builder.export.rdf.terms import ONTOLOGY
from graph_builder.store.graphs import graphs, place
from graph_builder.store.remote import TripleStore


@dataclass(slots=True)
class Pushed:
    """The numbers of graphs that were sent, were there already, and were deleted."""

    sent: int = 0
    kept: int = 0
    deleted: int = 0


def push(folder: Path, store: TripleStore, progress: Progress, *, delete_missing: bool = False) -> Pushed:
    """Send every graph whose digest the store lacks, then optionally delete the graphs that the build no longer has.

    An interrupted push can be repeated: graphs that were sent are not sent again.

    Args:
        folder: The folder of the build.
        store: Where to send it.
        progress: Called for each graph that is sent or deleted.
        delete_missing: Whether to delete graphs of the store that have a digest and the build's IRI prefix, but are
            not in the build.

    Raises:
        RemoteStoreError: The store cannot be reached or refuses a graph; the message says how many graphs are there.
        DamagedBuildError: The RDF of the build cannot be read.
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
    except RemoteStoreError as error:
        raise RemoteStoreError(f"{error} {_so_far(pushed, len(wanted))}") from error
    except KeyboardInterrupt as error:
        raise RemoteStoreError(f"Interrupted. {_so_far(pushed, len(wanted))}") from error
    return pushed


def _below(there: dict[str, str], wanted: dict[str, str]) -> set[str]:
    """Return the graphs of the store that have the IRI prefix of the build."""
    places = {place(name) for name in wanted if name != ONTOLOGY}
    return {name for name in there if place(name) in places}


def _confirm(store: TripleStore, wanted: dict[str, str], gone: list[str]) -> None:
    """Check that the endpoint reports what was sent to the graph store: the two addresses must be of one dataset."""
    there = store.digests()
    if any(there.get(name) != digest for name, digest in wanted.items()) or not there.keys().isdisjoint(gone):
        raise RemoteStoreError(
            "All graphs were accepted, but the endpoint does not report them: --endpoint and --graph-store must be of "
            "the same store, and the user allowed to read there."
        )


def _so_far(pushed: Pushed, total: int) -> str:
    return f"{pushed.kept + pushed.sent} of {total} graphs are in the store; the same command continues from there."
