"""The `serve` command: the explorer, the files and a SPARQL endpoint of a build, for this machine only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.explore import explorer, show
from graph_builder.cli.printing import escape_controls, print_error
from graph_builder.cli.stopping import stopped_by_signals


def serve(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a build.")] = Path("output"),
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port to serve at; 0 for any free one.")
    ] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="The time limit of a query.")] = 60.0,
    open_it: Annotated[bool, typer.Option("--open", help="Open the explorer in the browser.")] = False,
) -> None:
    """Serve a build to this machine only, until Ctrl-C: the explorer, the files, and a read-only SPARQL endpoint."""
    page = explorer(directory)
    from graph_builder.store.endpoint import PATH
    from graph_builder.store.server import LOOPBACK, serving
    from graph_builder.store.workers import QueryWorkers

    with stopped_by_signals(), QueryWorkers(directory, timeout) as workers:
        server = serving(directory, port, workers)
        address = f"http://{LOOPBACK}:{server.port}"
        print_error(
            f"Serving {escape_controls(str(directory))} until Ctrl-C: {address}/{page.name}, SPARQL {address}{PATH}"
        )
        if open_it:
            show(f"{address}/{page.name}")
        server.serve_forever()
    print_error("Stopped serving.")
