"""Query the RDF of a finished build in SPARQL 1.1."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from graph_builder.core.errors import DamagedBuildError, QueryError
from graph_builder.export.rdf.terms import arabic, english, string, transliterated
from graph_builder.store.engine import UNREADABLE
from graph_builder.store.worker import FILES

# What a query may hold that is no word of its own: strings, IRIs, comments.
_ASIDE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|'
    r"'''(?:\\.|[^\\])*?'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'(?:\\.|[^'\\\n])*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|'
    r"#[^\n]*",
    re.DOTALL,
)
_WORD = re.compile(r"(?<![\w?$:@.-])[A-Za-z]+(?![\w:-])")
_CHANGING = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_VARIABLE = re.compile(r"[?$](\w+)")

Term = pyoxigraph.NamedNode | pyoxigraph.Literal | pyoxigraph.BlankNode | pyoxigraph.Triple


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a query.

    Attributes:
        variables: The names of the columns.
        rows: A term for each variable; None where it is not bound. The answer of ASK is one row with true or false.
        is_graph: Whether the rows are triples: the answer of CONSTRUCT or DESCRIBE.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    is_graph: bool = False


def run_query(folder: Path, query: str, timeout: float = 60.0) -> Answer:
    """Run a query on a build, in a process of its own that is stopped after `timeout` seconds.

    A pattern outside GRAPH is matched against graph.ttl and the ontology. The prefixes of this package need no
    declaration.

    Raises:
        QueryError: The query is invalid, changes data, calls another server, or takes too long.
        DamagedBuildError: The folder is not that of a build, or its RDF cannot be read.
    """
    check(query)
    for name in FILES:
        if not (folder / name).is_file():
            raise DamagedBuildError(
                f"{folder / name} is missing; name the folder of a build, or build into it again.", path=folder / name
            )
    command = [sys.executable, "-m", "graph_builder.store.engine", str(folder.absolute())]
    try:
        done = subprocess.run(command, input=query.encode("utf-8"), capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"The query was stopped after {timeout:g} seconds; narrow it, add a LIMIT, or allow more with --timeout."
        ) from None
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == UNREADABLE:
        raise QueryError(f"SPARQL syntax error ({said}); correct the query there.")
    if done.returncode:
        reason = said.splitlines()[-1] if said else f"exit code {done.returncode}"
        raise DamagedBuildError(f"The RDF in {folder} cannot be queried ({reason}); build into it again.", path=folder)
    kind, _, found = done.stdout.partition(b"\n")
    return parse_graph(found) if kind == b"graph" else parse_rows(found)


def check(query: str) -> None:
    """Raise QueryError for a query that changes data or calls another server."""
    words = [word.upper() for word in _WORD.findall(_ASIDE.sub(" ", query))]
    if "SERVICE" in words:
        raise QueryError("The query calls another server (SERVICE), which is not allowed; remove that part.")
    verbs = [word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", *_CHANGING)]
    if verbs and verbs[0] in _CHANGING:
        raise QueryError(
            f"The query would change data ({verbs[0]}), but builds are read-only; use SELECT, ASK, CONSTRUCT or "
            "DESCRIBE."
        )


def bind_variables(query: str, values: Mapping[str, str]) -> str:
    """Return a query with some variables bound to a text, in any of the languages of the RDF.

    Raises:
        QueryError: The query has no such variable.
    """
    variables = sorted(set(_VARIABLE.findall(_ASIDE.sub(" ", query))))
    for variable, value in values.items():
        if variable not in variables:
            raise QueryError(
                f"The query has no variable {variable!r}; choose one of: {', '.join(variables)}.",
                name=variable,
                suggestions=variables,
            )
        texts = " ".join(write(value) for write in (arabic, english, transliterated, string))
        query = f"{query}\nVALUES ?{variable} {{ {texts} }}"
    return query


def parse_rows(found: bytes) -> Answer:
    """Return the answer of SELECT or ASK from SPARQL's JSON format."""
    parsed = pyoxigraph.parse_query_results(found, format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(parsed, pyoxigraph.QueryBoolean):
        return Answer(("answer",), ((pyoxigraph.Literal(bool(parsed)),),))
    names = tuple(variable.value for variable in parsed.variables)
    return Answer(names, tuple(tuple(solution[name] for name in names) for solution in parsed))


def parse_graph(found: bytes) -> Answer:
    """Return the answer of CONSTRUCT or DESCRIBE from N-Triples, each triple once and sorted."""
    triples = sorted(
        {tuple(quad.triple) for quad in pyoxigraph.parse(found, format=pyoxigraph.RdfFormat.N_TRIPLES)}, key=str
    )
    return Answer(("subject", "predicate", "object"), tuple(triples), is_graph=True)
