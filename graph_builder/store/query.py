"""Questions in SPARQL 1.1 about a finished build."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from graph_builder.core.errors import StoreError
from graph_builder.export.rdf.terms import arabic, english, string, transliterated
from graph_builder.store.engine import UNREADABLE

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
    """Rows of terms below the names of variables; a term that is not bound is None.

    The answer to CONSTRUCT or DESCRIBE `is_graph`: its rows are triples. The answer to ASK is a row with true or false.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    is_graph: bool = False


def run_query(folder: Path, query: str, timeout: float = 60.0) -> Answer:
    """What a query finds in the build in a folder, in a process of its own that is stopped after `timeout` seconds.

    A pattern that names no graph is looked for in all of them together, the ontology included; its prefixes need no
    declaration.

    Raises StoreError for a folder without a build, a query that is none, changes data or asks another server, and one
    that takes too long.
    """
    check(query)
    for name in ("graph.ttl", "graph.nq", "ontology.ttl"):
        if not (folder / name).is_file():
            raise StoreError(f"{folder / name} is not there; name the folder of a build, or build into it anew.")
    command = [sys.executable, "-m", "graph_builder.store.engine", str(folder.absolute())]
    try:
        done = subprocess.run(command, input=query.encode("utf-8"), capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise StoreError(
            f"The query was stopped after {timeout:g} seconds; narrow it, add a LIMIT, or give it more with --timeout."
        ) from None
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == UNREADABLE:
        raise StoreError(f"The query cannot be read ({said}); mend it there.")
    if done.returncode:
        reason = said.splitlines()[-1] if said else f"exit code {done.returncode}"
        raise StoreError(f"The RDF in {folder} cannot be asked ({reason}); build into it anew.")
    kind, _, found = done.stdout.partition(b"\n")
    return _graph(found) if kind == b"graph" else _rows(found)


def check(query: str) -> None:
    """Raise StoreError for a query that changes data or asks another server."""
    words = [word.upper() for word in _WORD.findall(_ASIDE.sub(" ", query))]
    if "SERVICE" in words:
        raise StoreError("The query asks another server (SERVICE); ask this build alone, without it.")
    verbs = [word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", *_CHANGING)]
    if verbs and verbs[0] in _CHANGING:
        raise StoreError(
            f"The query would change data ({verbs[0]}); a build is only read: ask with SELECT, ASK, CONSTRUCT or "
            "DESCRIBE."
        )


def bind_variables(query: str, values: Mapping[str, str]) -> str:
    """The query with some of its variables bound to a text, whichever of our languages it is in.

    Raises StoreError for what is no variable of it.
    """
    variables = sorted(set(_VARIABLE.findall(_ASIDE.sub(" ", query))))
    for variable, value in values.items():
        if variable not in variables:
            raise StoreError(f"The query has no variable {variable!r}; choose of {', '.join(variables)}.")
        texts = " ".join(write(value) for write in (arabic, english, transliterated, string))
        query = f"{query}\nVALUES ?{variable} {{ {texts} }}"
    return query


def _rows(found: bytes) -> Answer:
    parsed = pyoxigraph.parse_query_results(found, format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(parsed, pyoxigraph.QueryBoolean):
        return Answer(("answer",), ((pyoxigraph.Literal(bool(parsed)),),))
    names = tuple(variable.value for variable in parsed.variables)
    return Answer(names, tuple(tuple(solution[name] for name in names) for solution in parsed))


def _graph(found: bytes) -> Answer:
    triples = sorted(
        {tuple(quad.triple) for quad in pyoxigraph.parse(found, format=pyoxigraph.RdfFormat.N_TRIPLES)}, key=str
    )
    return Answer(("subject", "predicate", "object"), tuple(triples), is_graph=True)
