"""The command that writes a finished build in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls


class Form(StrEnum):
    """What other tools read."""

    parquet = "parquet"


def export(
    build: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")],
    form: Annotated[Form, typer.Option("--format", help="What to write.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write it; into the build, if not given."),
    ] = None,
) -> None:
    """Write a build in a format of other tools: its articles, entities and relations as Parquet."""
    from graph_builder.exchange import export as written

    for path in written(build, form, output or build):
        echo(escape_controls(str(path)))
