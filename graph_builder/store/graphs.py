"""Read the named graphs of a build one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export.rdf.terms import GB, ONTOLOGY

NTRIPLES, TURTLE = "application/n-triples", "text/turtle"

_QUADS, _TURTLE = "graph.nq", "ontology.ttl"


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A named graph of a build.

    Attributes:
        name: Its IRI.
        digest: The SHA-256 that its last statement holds: a store that was interrupted while loading lacks it.
        media: The media type of the body.
        body: All its statements.
    """

    name: str
    digest: str
    media: str
    body: bytes


def graphs(folder: Path) -> Iterator[NamedGraph]:
    """Yield the graphs of a build in the order of graph.nq, then the ontology; one at a time is in memory.

    Raises:
        DamagedBuildError: The folder is not that of a build, or its graph.nq has been changed.
    """
    try:
        yield from _of_build(folder / _QUADS)
        yield _ontology(folder / _TURTLE)
    except OSError as error:
        raise DamagedBuildError(
            f"{error.filename} cannot be read ({error.strerror}): name the folder of a build, "
            "or build it again with `graph-builder build`.",
            path=error.filename,
        ) from error


def place(name: str) -> str:
    """Return the IRI prefix that all graphs of a build share, from the name of one of them."""
    return name.rpartition("/")[0] + "/"


def _of_build(path: Path) -> Iterator[NamedGraph]:
    seen: set[bytes] = set()
    with path.open("rb") as file:
        for graph, lines in groupby(file, key=_graph):
            if not (graph.startswith(b"<") and graph.endswith(b">")) or graph in seen:
                raise _damaged(path, graph)
            seen.add(graph)
            yield _named(path, graph, lines)
    if not seen:
        raise _damaged(path, b"")


def _graph(line: bytes) -> bytes:
    """Return the last term of a line of N-Quads; IRIs hold no spaces."""
    return (b"  " + line).rsplit(b" ", 2)[1]


def _named(path: Path, graph: bytes, lines: Iterator[bytes]) -> NamedGraph:
    start, end = b"%b %b " % (graph, GB.digest.encode()), b" %b .\n" % graph
    digest, stated, body = hashlib.sha256(), b"", []
    for line in lines:
        if line.startswith(start):
            stated = line
        else:
            digest.update(line)
            body.append(line.removesuffix(end) + b" .\n")
    if stated != b'%b"%b"%b' % (start, digest.hexdigest().encode(), end):
        raise _damaged(path, graph)
    body.append(stated.removesuffix(end) + b" .\n")
    return NamedGraph(graph[1:-1].decode(), digest.hexdigest(), NTRIPLES, b"".join(body))


def _ontology(path: Path) -> NamedGraph:
    written = path.read_bytes()
    digest = hashlib.sha256(written).hexdigest()
    stated = f'\n<{ONTOLOGY}> {GB.digest} "{digest}" .\n'
    return NamedGraph(ONTOLOGY, digest, TURTLE, written + stated.encode())


def _damaged(path: Path, graph: bytes) -> DamagedBuildError:
    where = f" in the graph {graph.decode('utf-8', 'replace')}" if graph else ""
    return DamagedBuildError(
        f"{path} is not as `graph-builder build` writes it{where}, or is of an older version: build it again.",
        path=path,
    )
