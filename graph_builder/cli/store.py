"""The commands about a build's RDF and a triple store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo
from graph_builder.cli.progress import told


def push(
    build: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")],
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Where the store is asked SPARQL queries.")],
    graph_store: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it speaks the Graph Store protocol; the endpoint, if not given."),
    ] = None,
    user: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who asks; the password is GRAPH_BUILDER_PASSWORD's value.")
    ] = None,
    delete_missing: Annotated[
        bool,
        typer.Option("--delete-missing", help="Take out graphs of this build's base that the build has no more."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
) -> None:
    """Send a build's graphs to a triple store: those that it does not have as they are, one by one.

    Stopped for whatever reason, the same command goes on from there.
    """
    from graph_builder.store.push import push as push_graphs
    from graph_builder.store.remote import PASSWORD, TripleStore

    store = TripleStore(endpoint, graph_store or endpoint, user, os.environ.get(PASSWORD))
    with told(quiet) as progress:
        pushed = push_graphs(build, store, progress, delete_missing=delete_missing)
    if not quiet:
        echo(f"Graphs sent: {pushed.sent}, there already: {pushed.kept}, taken out: {pushed.deleted}.")
