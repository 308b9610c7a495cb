"""The `explore` command: open the explorer of a build from its file."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import escape_controls, print_error, shell_argument
from graph_builder.core.errors import DamagedBuildError

PAGE = "explorer.html"


def explore(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a build.")] = Path("output"),
) -> None:
    """Open the explorer of a build in the browser."""
    open_page(directory)


def open_page(directory: Path) -> None:
    """Open the explorer of a build in the browser, or print its address if no browser can be started.

    Raises:
        DamagedBuildError: The folder has no explorer.
    """
    show(explorer(directory).resolve().as_uri())


def explorer(directory: Path) -> Path:
    """Return the explorer of a build.

    Raises:
        DamagedBuildError: The folder has none.
    """
    page = directory / PAGE
    if not page.is_file():
        raise DamagedBuildError(
            f"{escape_controls(str(directory))} has no {PAGE}; build into it first: "
            f"graph-builder build INPUT... -o {shell_argument(directory)}",
            path=page,
        )
    return page


def show(address: str) -> None:
    """Open an address in the browser, or print it if no browser can be started."""
    if not webbrowser.open(address):
        print_error(f"No browser could be started; open {escape_controls(address)} yourself.")
