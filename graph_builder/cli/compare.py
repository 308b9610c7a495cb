"""The `compare` command: what differs between two builds, or two parts of one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls

_CONDITION = (
    "Condition on the articles of {}: source=NAME (host, folder or file), published=2024-11 (day, month, year or "
    "interval), naming=ENTITY, article=NAME. Repeat it for alternatives, or for conditions that must all be met."
)


def compare(
    build_a: Annotated[Path, typer.Argument(metavar="BUILD_A", help="The folder of a build.")],
    build_b: Annotated[
        Path | None,
        typer.Argument(metavar="BUILD_B", help="The folder of another; without it, parts of BUILD_A are compared."),
    ] = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write the page and the tables to.")
    ] = Path("comparison"),
    a: Annotated[list[str] | None, typer.Option("--a", metavar="CONDITION", help=_CONDITION.format("A"))] = None,
    b: Annotated[
        list[str] | None,
        typer.Option("--b", metavar="CONDITION", help="The same for B; by default, of one build, all other articles."),
    ] = None,
    name_a: Annotated[str | None, typer.Option(metavar="NAME", help="What the page calls A.")] = None,
    name_b: Annotated[str | None, typer.Option(metavar="NAME", help="What the page calls B.")] = None,
) -> None:
    """Compare two builds, or two parts of one: who and what is new, gone, stronger, weaker or told differently."""
    from graph_builder.compare import compare as compared
    from graph_builder.compare import sides, write

    builds = [build_a] if build_b is None else [build_a, build_b]
    comparison = compared(*sides(builds, (a or [], b or []), (name_a, name_b)))
    for path in write(comparison, output):
        echo(escape_controls(str(path)))
