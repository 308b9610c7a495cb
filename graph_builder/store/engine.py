"""A query run in a process of its own, which can be stopped: `python -m graph_builder.store.engine DIR < QUERY`.

It prints a line that says what the answer is, then the answer: `rows` and `truth` as SPARQL's JSON, `graph` as
N-Triples. A query that is none ends it with code 2 and a line that says why.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph

from graph_builder.export.rdf.terms import PREFIXES

UNREADABLE = 2


def store(folder: Path) -> pyoxigraph.Store:
    """A build in memory: what graph.ttl says, with the ontology, in the default graph, and the graphs of graph.nq.

    All graphs taken together would say twice what two articles state, and a query with ten patterns a thousand times.

    Raises OSError, SyntaxError.
    """
    loaded = pyoxigraph.Store()
    for name in ("graph.ttl", "ontology.ttl"):
        loaded.bulk_load(path=str(folder / name), format=pyoxigraph.RdfFormat.TURTLE)
    loaded.bulk_load(path=str(folder / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    return loaded


def answer(loaded: pyoxigraph.Store, query: str) -> tuple[str, bytes]:
    """What the answer is, and the answer.

    Raises SyntaxError.
    """
    found = loaded.query(query, prefixes=PREFIXES)
    if isinstance(found, pyoxigraph.QueryTriples):
        return "graph", found.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    kind = "truth" if isinstance(found, pyoxigraph.QueryBoolean) else "rows"
    return kind, found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""


def main() -> int:
    """Answer the query on standard input; the exit code."""
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
