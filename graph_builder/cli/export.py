"""The `export` command: write a finished build in the formats of other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls


def export(
    build: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="neo4j (tables and Cypher), ftm (Aleph, OpenAleph), gephi, cytoscape, label-studio, inception, "
            "schemaorg (JSON-LD of news articles), parquet (data frames), or RDF as nt, trig, jsonld or rdfxml; "
            "ttl.gz, nq.gz, … compressed.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="The folder to write to; by default that of the build."),
    ] = None,
) -> None:
    """Export a build for another tool: graph databases, investigations, networks, annotators, tables, linked data."""
    from graph_builder.exchange import export as written

    for path in written(build, form, output or build):
        echo(escape_controls(str(path)))
