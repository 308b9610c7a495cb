"""The `export` command: write a finished build in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls


class Form(StrEnum):
    """Formats of other tools."""

    parquet = "parquet"


def export(
    build: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")],
    form: Annotated[Form, typer.Option("--format", help="The format to write.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="The folder to write to; by default that of the build."),
    ] = None,
) -> None:
    """Export the articles, entities and relations of a build as Parquet."""
    from graph_builder.exchange import export as written

    for path in written(build, form, output or build):
        echo(escape_controls(str(path)))
