"""Render the answer of a query as a table for a terminal, CSV or JSON."""

from __future__ import annotations

import io
import json

import pyoxigraph

from graph_builder.export.rdf.terms import PREFIXES
from graph_builder.io.tables import csv_text
from graph_builder.store.query import Answer, Term


def as_csv(answer: Answer) -> str:
    """Return the rows as CSV with full IRIs; text like a formula starts with an apostrophe."""
    rows = [dict(zip(answer.variables, map(_text, row), strict=True)) for row in answer.rows]
    return csv_text(rows, answer.variables)


def as_json(answer: Answer) -> str:
    """Return the rows in the SPARQL 1.1 JSON format, in ASCII."""
    rows = [
        {name: _json(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    return json.dumps({"head": {"vars": answer.variables}, "results": {"bindings": rows}}, indent=1)


def as_table(answer: Answer) -> str:
    """Return the rows as a table for a terminal, IRIs shortened by their prefixes."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(answer.rows):,} {'row' if len(answer.rows) == 1 else 'rows'}", title_justify="left")
    for name in answer.variables:
        table.add_column(name, overflow="fold")
    for row in answer.rows:
        table.add_row(*(shortened(term) for term in row))
    printed = io.StringIO()
    Console(file=printed, markup=False, highlight=False, emoji=False).print(table)
    return printed.getvalue().rstrip("\n")


def shortened(term: Term | None) -> str:
    """Return a term, shortened by its prefix if it is an IRI, without control characters."""
    text = _text(term)
    if isinstance(term, pyoxigraph.NamedNode):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(namespace):
                return f"{prefix}:{text.removeprefix(namespace)}"
    return "".join(character if character.isprintable() else " " for character in text)


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, pyoxigraph.Triple) else term.value


def _json(term: Term) -> dict[str, str]:
    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.Literal):
        kind = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value} | kind
    return {"type": "bnode" if isinstance(term, pyoxigraph.BlankNode) else "triple", "value": _text(term)}
