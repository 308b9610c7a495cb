"""Write RDF files: N-Quads and N-Triples directly, other formats from these by pyoxigraph, all streaming."""

from __future__ import annotations

import gzip
import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import RdfFormat

from graph_builder.core.errors import OutputError
from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import is_iri
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.graphs import Graph, graphs, one_graph
from graph_builder.export.rdf.terms import GB, PREFIXES, string

# The name of each format, the suffix of its files, and its format in pyoxigraph.
FORMATS: dict[str, tuple[str, RdfFormat]] = {
    "ttl": ("ttl", RdfFormat.TURTLE),
    "nt": ("nt", RdfFormat.N_TRIPLES),
    "nq": ("nq", RdfFormat.N_QUADS),
    "trig": ("trig", RdfFormat.TRIG),
    "jsonld": ("jsonld", RdfFormat.JSON_LD),
    "rdfxml": ("rdf", RdfFormat.RDF_XML),
}
_GZIP = ".gz"
# Stores do not yet read JSON-LD and RDF/XML of RDF 1.2.
_WITHOUT_REIFIED = ("jsonld", "rdfxml")

_NODES = 256  # number of nodes written at a time

# The path segments of IRIs below the base, by kind of thing.
_KINDS = (
    *("article", "date", "entity", "evidence", "geometry", "match", "membership", "mention", "merge", "relation"),
    *("role", "sentence", "text"),
)

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]*[/#]")


def checked(options: RdfOptions) -> RdfOptions:
    """The options, the base with a slash at its end if it had neither that nor a number sign.

    Raises OutputError for a base or a licence that is no IRI, and formats that there are not.
    """
    base = options.base if options.base.endswith(("/", "#")) else f"{options.base}/"
    if not (_BASE.fullmatch(base) and is_iri(base) and "#" not in base[:-1]):
        raise OutputError(
            f"{options.base!r} cannot be the base of IRIs; give an absolute IRI in ASCII without spaces, such as "
            "https://example.org/news/."
        )
    if options.licence and not is_iri(options.licence):
        raise OutputError(
            f"{options.licence!r} is no licence's IRI; give its address, such as "
            "https://creativecommons.org/licenses/by/4.0/."
        )
    for name in options.formats:
        plain = name.removesuffix(_GZIP)
        if plain not in FORMATS:
            raise OutputError(f"There is no RDF format {name!r}; choose of {', '.join(FORMATS)}, each also with .gz.")
        if options.reified and plain in _WITHOUT_REIFIED:
            raise OutputError(f"{plain} has no place for the triple terms of RDF 1.2; leave out one of the two.")
    return replace(options, base=base)


def writers(options: RdfOptions) -> dict[str, Callable[[Result, Path], None]]:
    """Return the writers of the files that the options request, by file name."""
    asked: dict[str, Callable[[Result, Path], None]] = {}
    for name in options.formats:
        plain = name.removesuffix(_GZIP)
        asked[f"graph.{FORMATS[plain][0]}{name[len(plain) :]}"] = partial(write, name=plain)
    return asked


def write(result: Result, path: Path, name: str) -> None:
    """Write a build's RDF in a format of FORMATS, compressed if the path ends in `.gz`.

    Formats with named graphs have them; in the others every statement occurs once.

    Raises:
        OSError: If the file cannot be written.
    """
    _, wanted = FORMATS[name]
    quads = wanted.supports_datasets
    lines, plain = (nquads, RdfFormat.N_QUADS) if quads else (ntriples, RdfFormat.N_TRIPLES)
    with _opened(path) as file:
        if wanted == plain:
            file.writelines(lines(result))
            return
        with tempfile.TemporaryFile(dir=path.parent) as draft:
            draft.writelines(lines(result))
            draft.seek(0)
            parsed = pyoxigraph.parse(draft, format=plain)
            statements = parsed if quads else (quad.triple for quad in parsed)
            output = cast(IO[bytes], _Xml(file)) if wanted == RdfFormat.RDF_XML else file
            pyoxigraph.serialize(statements, output, format=wanted, prefixes=_prefixes(result.rdf.base))


def nquads(result: Result) -> Iterator[bytes]:
    """Yield lines of N-Quads, by graph; the last line of a graph is the SHA-256 of its other lines."""
    return lines_of(graphs(result))


def lines_of(named: Iterable[Graph]) -> Iterator[bytes]:
    """Yield the lines of named graphs, as `nquads` does."""
    for graph, descriptions in named:
        digest = hashlib.sha256()
        end = f" {graph} .\n"
        for nodes in _batched(descriptions):
            lines = "".join([f"{node} {predicate} {obj}{end}" for node, facts in nodes for predicate, obj in facts])
            encoded = lines.encode("utf-8")
            digest.update(encoded)
            yield encoded
        yield f"{graph} {GB.digest} {string(digest.hexdigest())}{end}".encode()


def ntriples(result: Result) -> Iterator[bytes]:
    """Yield lines of N-Triples, each statement once."""
    for nodes in _batched(one_graph(result)):
        lines = "".join([f"{node} {predicate} {obj} .\n" for node, facts in nodes for predicate, obj in facts])
        yield lines.encode("utf-8")


def _batched(descriptions: Iterable[Description]) -> Iterator[list[Description]]:
    """Yield batches of nodes, which are faster to write than single ones."""
    waiting = iter(descriptions)
    while nodes := list(islice(waiting, _NODES)):
        yield nodes


def _prefixes(base: str) -> dict[str, str]:
    return PREFIXES | {kind: f"{base}{kind}/" for kind in _KINDS}


class _Xml:
    """A file of XML that escapes carriage returns, which parsers would otherwise turn into line feeds."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        self._file.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file to write to; if compressed, without time and file name."""
    with path.open("wb") as file:
        if path.suffix == _GZIP:
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as compressed:
                yield cast(IO[bytes], compressed)
        else:
            yield file
