"""Questions in SPARQL about knowledge that may be in no folder."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyoxigraph

from graph_builder.core.result import Result
from graph_builder.export.rdf import write_nquads, write_ontology, write_turtle
from graph_builder.store.named_queries import named_query
from graph_builder.store.query import Answer, Term, bind_variables, run_query

_XSD = "http://www.w3.org/2001/XMLSchema#"
_FLOATS = ("decimal", "double", "float")


def rdf_folder(result: Result) -> Path:
    """A new folder, in the system's place for such, with the RDF of a build."""
    folder = Path(tempfile.mkdtemp(prefix="graph-builder-"))
    write_turtle(result, folder / "graph.ttl")
    write_nquads(result, folder / "graph.nq")
    write_ontology(result, folder / "ontology.ttl")
    return folder


def query_table(folder: Path, query: str, timeout: float, where: Mapping[str, str]) -> pd.DataFrame:
    """What a query, or the ready-made one of that name, finds in the RDF in a folder.

    Raises StoreError.
    """
    sparql = named_query(query).sparql if query.isidentifier() else query
    return _table(run_query(folder, bind_variables(sparql, where), timeout))


def _table(answer: Answer) -> pd.DataFrame:
    rows = [[_value(term) for term in row] for row in answer.rows]
    return pd.DataFrame(rows, columns=list(answer.variables))


def _value(term: Term | None) -> Any:
    """A number or a truth value as Python has it, everything else as text."""
    if isinstance(term, pyoxigraph.Literal):
        kind = term.datatype.value.removeprefix(_XSD)
        if kind == "integer":
            return int(term.value)
        if kind in _FLOATS:
            return float(term.value)
        return term.value == "true" if kind == "boolean" else term.value
    if isinstance(term, pyoxigraph.Triple):
        return str(term)
    return None if term is None else term.value
