"""The commands about a build's RDF: asked, checked, and sent to a triple store."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls
from graph_builder.cli.progress import progress_bars

# What validate found is wrong.
FAULTY = 1

_BUILD = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the build.")]


class Form(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"


def query(
    build: _BUILD,
    sparql: Annotated[str | None, typer.Argument(metavar="QUERY", help="SPARQL 1.1; our prefixes are known.")] = None,
    file: Annotated[
        Path | None, typer.Option("-f", "--file", metavar="FILE.rq", help="The file that holds the query.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A query that comes with the package.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the queries that come with the package.")] = False,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="VARIABLE=TEXT", help="Only rows in which a column has that text: who=لافروف."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the answer is printed.")] = Form.table,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the graph that CONSTRUCT or DESCRIBE gives, into a page.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="When to give up.")] = 60.0,
) -> None:
    """Ask a build in SPARQL, or by the name of a ready-made query."""
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
        raise typer.BadParameter("Give one of: a query, -f FILE, --name NAME (--list tells the names).")
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
    """Check that a build's files hold what they promise; the exit code is 1 when something is wrong."""
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
    with progress_bars(quiet) as progress:
        pushed = push_graphs(build, store, progress, delete_missing=delete_missing)
    if not quiet:
        echo(f"Graphs sent: {pushed.sent}, there already: {pushed.kept}, taken out: {pushed.deleted}.")
