"""Run a query in a process of its own, which can be stopped: `python -m graph_builder.store.engine DIR < QUERY`.

The first line of the output is the kind of the answer, followed by the answer: `rows` and `truth` in SPARQL's JSON
format, `graph` as N-Triples. A syntax error ends the process with exit code 2 and a message.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph

from graph_builder.export.rdf.terms import PREFIXES
from graph_builder.store.worker import FILES

UNREADABLE = 2


def store(folder: Path) -> pyoxigraph.Store:
    """Return a build in memory: graph.ttl and the ontology as the default graph, and the named graphs of graph.nq.

    The union of the named graphs is not the default graph: it repeats what two articles state, which multiplies the
    rows of a query with many patterns.

    Raises:
        OSError: A file cannot be read.
        SyntaxError: A file is malformed.
    """
    loaded = pyoxigraph.Store()
    for name, syntax in FILES.items():
        loaded.bulk_load(path=str(folder / name), format=syntax)
    return loaded


def answer(loaded: pyoxigraph.Store, query: str) -> tuple[str, bytes]:
    """Return the kind of the answer and the serialized answer.

    Raises:
        SyntaxError: The query is invalid.
    """
    found = loaded.query(query, prefixes=PREFIXES)
    if isinstance(found, pyoxigraph.QueryTriples):
        return "graph", found.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    kind = "truth" if isinstance(found, pyoxigraph.QueryBoolean) else "rows"
    return kind, found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""


def main() -> int:
    """Answer the query on standard input, and return the exit code."""
    loaded = store(Path(sys.argv[1]))
    try:
        kind, found = answer(loaded, sys.stdin.buffer.read().decode("utf-8"))
    except SyntaxError as error:
        sys.stderr.buffer.write(str(error).encode("utf-8"))
        return UNREADABLE
    sys.stdout.buffer.write(kind.encode("ascii") + b"\n" + found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
