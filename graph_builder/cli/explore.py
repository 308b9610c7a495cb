"""The `explore` command: open the explorer of a build from its file, or serve it to this machine."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import escape_controls, print_error
from graph_builder.core.errors import DamagedBuildError

PAGE = "explorer.html"


def explore(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a build.")] = Path("output"),
    serve: Annotated[
        bool, typer.Option("--serve", help="Serve the folder to this machine only, until Ctrl-C, and open it there.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port to serve at; 0 for any free one.")
    ] = 0,
) -> None:
    """Open the explorer of a build in the browser."""
    if not serve:
        open_page(directory)
        return
    _page(directory)
    from graph_builder.cli.serving import serving

    with serving(directory, port) as server:
        address = f"http://{server.server_name}:{server.server_port}/{PAGE}"
        try:
            print_error(f"Serving {escape_controls(str(directory))} at {address} until Ctrl-C.")
            _show(address)
            server.serve_forever()
        except KeyboardInterrupt:
            print_error("Stopped serving.")


def open_page(directory: Path) -> None:
    """Open the explorer of a build in the browser, or print its address if no browser can be started.

    Raises:
        DamagedBuildError: The folder has no explorer.
    """
    _show(_page(directory).resolve().as_uri())


def _page(directory: Path) -> Path:
    page = directory / PAGE
    if not page.is_file():
        raise DamagedBuildError(
            f"{escape_controls(str(directory))} has no {PAGE}; build into it first: "
            f"graph-builder build INPUT... -o {escape_controls(str(directory))}",
            path=page,
        )
    return page


def _show(address: str) -> None:
    if not webbrowser.open(address):
        print_error(f"No browser could be started; open {escape_controls(address)} yourself.")
