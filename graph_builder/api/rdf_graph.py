"""RDF of a knowledge graph that may have no folder: as an rdflib graph, and for queries in SPARQL."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyoxigraph

from graph_builder.core.result import Result
from graph_builder.export.rdf import write_nquads, write_ontology, write_turtle
from graph_builder.export.rdf.formats import ntriples
from graph_builder.export.rdf.terms import PREFIXES
from graph_builder.store.named_queries import named_query
from graph_builder.store.query import Answer, Term, bind_variables, run_query

if TYPE_CHECKING:
    import rdflib

_XSD = "http://www.w3.org/2001/XMLSchema#"
_FLOATS = ("decimal", "double", "float")


def rdflib_graph(result: Result) -> rdflib.Graph:
    """Return the RDF of a build as one graph, without the ontology."""
    import rdflib

    graph = rdflib.Graph().parse(data=b"".join(ntriples(result)), format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph


def rdf_folder(result: Result) -> Path:
    """Write the RDF of a build into a new temporary folder, and return the folder."""
    folder = Path(tempfile.mkdtemp(prefix="graph-builder-"))
    write_turtle(result, folder / "graph.ttl")
    write_nquads(result, folder / "graph.nq")
    write_ontology(result, folder / "ontology.ttl")
    return folder


def query_table(folder: Path, query: str, timeout: float, where: Mapping[str, str]) -> pd.DataFrame:
    """Return the answer of a query, given as SPARQL or by its name, about the RDF in a folder.

    Args:
        folder: The folder of the RDF files.
        query: SPARQL 1.1, or the name of a query of the package.
        timeout: Seconds after which the query is stopped.
        where: The text of each variable that is bound.

    Raises:
        QueryError: The query is invalid, not allowed, has no such variable, or takes too long.
    """
    sparql = named_query(query).sparql if query.isidentifier() else query
    return _table(run_query(folder, bind_variables(sparql, where), timeout))


def _table(answer: Answer) -> pd.DataFrame:
    rows = [[_value(term) for term in row] for row in answer.rows]
    return pd.DataFrame(rows, columns=list(answer.variables))


def _value(term: Term | None) -> Any:
    """Return a number or a truth value as Python has it, and everything else as text."""
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
