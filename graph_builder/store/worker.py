"""What a process that answers queries runs; it imports little, so that a new one starts at once."""

from __future__ import annotations

import functools
import io
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

if sys.platform == "linux":
    import resource

FILES = {
    "graph.ttl": pyoxigraph.RdfFormat.TURTLE,
    "ontology.ttl": pyoxigraph.RdfFormat.TURTLE,
    "graph.nq": pyoxigraph.RdfFormat.N_QUADS,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the forms that its answer may have.

    Attributes:
        query: SPARQL 1.1.
        rows: Media type for the answer of SELECT and ASK; None if the client accepts none that there is.
        graph: Media type for the answer of CONSTRUCT and DESCRIBE; None likewise.
        default_graphs: IRIs of the graphs that are the default graph of the query; None for that of the build.
        named_graphs: IRIs of the graphs that GRAPH finds; None for all.
    """

    query: str
    rows: str | None
    graph: str | None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


class UnacceptableError(Exception):
    """The answer has none of the forms that the client accepts."""


class TooLargeError(Exception):
    """The answer has more bytes than allowed."""


def prepare() -> None:
    """Let this process be stopped at any moment, and say nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which stops its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def load(folder: Path, place: Path) -> None:
    """Load the RDF of a build into a new store on the disk.

    graph.ttl and the ontology are the default graph, as `graph-builder query` has it.

    Raises:
        OSError: A file cannot be read, or the store not be written.
        SyntaxError: A file is malformed.
    """
    _limit(None)
    store = pyoxigraph.Store(str(place))
    for name, syntax in FILES.items():
        store.bulk_load(path=str(folder / name), format=syntax)
    store.flush()


def answer(
    place: Path, question: Question, prefixes: Mapping[str, str], longest: int, memory: int
) -> tuple[str, bytes]:
    """Return the media type of the answer and the answer.

    A query that needs more than `memory` bytes ends this process.

    Raises:
        SyntaxError: The query is invalid.
        ValueError: The IRI of a graph is invalid.
        UnacceptableError: The answer has another form than those accepted.
        TooLargeError: The answer has more than `longest` bytes.
    """
    _limit(memory)
    found = _opened(place).query(
        question.query,
        prefixes=dict(prefixes),
        default_graph=_graphs(question.default_graphs),
        named_graphs=_graphs(question.named_graphs),
    )
    written = _Bounded(longest)
    if isinstance(found, pyoxigraph.QueryTriples):
        if (media := question.graph) is None:
            raise UnacceptableError
        found.serialize(written, format=pyoxigraph.RdfFormat.from_media_type(media))
    else:
        if (media := question.rows) is None:
            raise UnacceptableError
        found.serialize(written, format=pyoxigraph.QueryResultsFormat.from_media_type(media))
    return media, written.getvalue()


def _limit(memory: int | None) -> None:
    """Limit the memory of this process, on Linux; macOS and Windows have no such limit."""
    if sys.platform == "linux":
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most if memory is None else memory, most))


@functools.lru_cache(maxsize=1)
def _opened(place: Path) -> pyoxigraph.Store:
    return pyoxigraph.Store.read_only(str(place))


def _graphs(names: tuple[str, ...] | None) -> list[Any] | None:
    return None if names is None else [pyoxigraph.NamedNode(name) for name in names]


class _Bounded(io.BytesIO):
    def __init__(self, longest: int) -> None:
        super().__init__()
        self._longest = longest

    def write(self, content: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(content) > self._longest:
            raise TooLargeError
        return super().write(content)
