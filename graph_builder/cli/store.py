"""Commands about the RDF of a build: `query`, `validate` and `push`."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls
from graph_builder.cli.progress import progress_bars

# Exit code of `validate` if a check fails.
FAULTY = 1

_BUILD = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")]


class Form(StrEnum):
    """Formats of an answer."""

    table = "table"
    csv = "csv"
    json = "json"


def query(
    build: _BUILD,
    sparql: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL 1.1; the prefixes of this package are declared.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("-f", "--file", metavar="FILE.rq", help="The file that holds the query.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A named query of the package.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the named queries.")] = False,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="VARIABLE=TEXT", help="Only rows in which a column has this text: who=لافروف."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="The format of the answer.")] = Form.table,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the graph of CONSTRUCT or DESCRIBE in an HTML page.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="The time limit.")] = 60.0,
) -> None:
    """Query a build in SPARQL, or by a named query."""
    if listed:
        for line in _listed():
            echo(line)
        return
    from graph_builder.store.query import bind_variables, run_query
    from graph_builder.store.renderers import as_csv, as_json, as_table

    asked = bind_variables(_asked(sparql, file, name), _bound(where or []))
    answer = run_query(build, asked, timeout)
    if html:
        from graph_builder.io.atomic import write_file
        from graph_builder.store.picture import picture

        write_file(html, picture(build, answer, asked))
        echo(f"Open {escape_controls(str(html))} in a browser.")
    else:
        echo({Form.csv: as_csv, Form.json: as_json, Form.table: as_table}[form](answer).removesuffix("\n"))


def _asked(sparql: str | None, file: Path | None, name: str | None) -> str:
    from graph_builder.core.errors import QueryError
    from graph_builder.store.named_queries import named_query

    given = [each for each in (sparql, file, name) if each is not None]
    if len(given) != 1:
        raise typer.BadParameter("Give one of: a query, -f FILE, --name NAME (--list shows the names).")
    if name is not None:
        return named_query(name).sparql
    if file is None:
        return sparql or ""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read ({error}); name a file of SPARQL in UTF-8.", path=file) from error


def _bound(options: list[str]) -> dict[str, str]:
    values = {}
    for option in options:
        variable, equals, text = option.partition("=")
        if not (variable and equals and text):
            raise typer.BadParameter(f"{option!r} is not of the form VARIABLE=TEXT, as in who=لافروف.")
        values[variable] = text
    return values


def _listed() -> list[str]:
    from graph_builder.store.named_queries import named_queries

    every = named_queries()
    width = max(len(query.name) for query in every)
    return [f"{query.name:{width}}  {query.asks} (--where {', '.join(query.narrows)})" for query in every]


def validate(build: _BUILD) -> int:
    """Validate the files of a build; the exit code is 1 if a check fails."""
    from graph_builder.store.validate import validate as checks

    faulty = False
    for check in checks(build):
        echo(f"{'FAULTY' if check.faults else 'ok':6} {check.name} ({check.seen:,})")
        for fault in check.faults:
            echo(f"       {escape_controls(fault)}")
        faulty = faulty or bool(check.faults)
    return FAULTY if faulty else 0


def push(
    build: _BUILD,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="The SPARQL query address of the store.")],
    graph_store: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Its Graph Store protocol address; by default the endpoint."),
    ] = None,
    user: Annotated[
        str | None, typer.Option(metavar="NAME", help="The user; the password is read from GRAPH_BUILDER_PASSWORD.")
    ] = None,
    delete_missing: Annotated[
        bool,
        typer.Option("--delete-missing", help="Delete graphs of this build that it no longer has."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only report errors.")] = False,
) -> None:
    """Push the graphs of a build to a triple store: only those that are new or have changed.

    After an interruption, the same command continues from there.
    """
    from graph_builder.store.push import push as push_graphs
    from graph_builder.store.remote import PASSWORD, TripleStore

    store = TripleStore(endpoint, graph_store or endpoint, user, os.environ.get(PASSWORD))
    with progress_bars(quiet) as progress:
        pushed = push_graphs(build, store, progress, delete_missing=delete_missing)
    if not quiet:
        echo(f"Graphs sent: {pushed.sent}, there already: {pushed.kept}, deleted: {pushed.deleted}.")
