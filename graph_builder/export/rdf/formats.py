"""RDF into files: N-Quads and N-Triples as it is made, everything else by pyoxigraph from these, all streaming."""

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

from graph_builder.core.errors import SettingsError
from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import is_iri
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.graphs import Graph, graphs, one_graph
from graph_builder.export.rdf.terms import GB, PREFIXES, string

# The name of each format, the suffix of its files, and what it is to pyoxigraph.
FORMATS: dict[str, tuple[str, RdfFormat]] = {
    "ttl": ("ttl", RdfFormat.TURTLE),
    "nt": ("nt", RdfFormat.N_TRIPLES),
    "nq": ("nq", RdfFormat.N_QUADS),
    "trig": ("trig", RdfFormat.TRIG),
    "jsonld": ("jsonld", RdfFormat.JSON_LD),
    "rdfxml": ("rdf", RdfFormat.RDF_XML),
}
_GZIP = ".gz"
# RDF 1.2 has no JSON-LD and no RDF/XML that stores read.
_WITHOUT_REIFIED = ("jsonld", "rdfxml")

_NODES = 256  # written at a time

# What the names of things begin with, below the base.
_KINDS = (
    *("article", "date", "entity", "evidence", "geometry", "match", "membership", "mention", "merge", "relation"),
    *("role", "sentence", "text"),
)

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]*[/#]")


def checked(options: RdfOptions) -> RdfOptions:
    """The options, the base with a slash at its end if it had neither that nor a number sign.

    Raises SettingsError for a base or a licence that is not an IRI, and for unknown formats.
    """
    base = options.base if options.base.endswith(("/", "#")) else f"{options.base}/"
    if not (_BASE.fullmatch(base) and is_iri(base) and "#" not in base[:-1]):
        raise SettingsError(
            f"{options.base!r} cannot be the base of IRIs; give an absolute IRI in ASCII without spaces, such as "
            "https://example.org/news/.",
            name=options.base,
        )
    if options.licence and not is_iri(options.licence):
        raise SettingsError(
            f"The licence {options.licence!r} is not an IRI; give its address, such as "
            "https://creativecommons.org/licenses/by/4.0/.",
            name=options.licence,
        )
    for name in options.formats:
        plain = name.removesuffix(_GZIP)
        if plain not in FORMATS:
            raise SettingsError(
                f"Unknown RDF format {name!r}; choose from {', '.join(FORMATS)}, each also with .gz.",
                name=name,
                suggestions=FORMATS,
            )
        if options.reified and plain in _WITHOUT_REIFIED:
            raise SettingsError(
                f"{plain} cannot hold the triple terms of RDF 1.2; leave out the format or --rdf12.", name=name
            )
    return replace(options, base=base)


def writers(options: RdfOptions) -> dict[str, Callable[[Result, Path], None]]:
    """What writes each file that the options ask for, by its name."""
    asked: dict[str, Callable[[Result, Path], None]] = {}
    for name in options.formats:
        plain = name.removesuffix(_GZIP)
        asked[f"graph.{FORMATS[plain][0]}{name[len(plain) :]}"] = partial(write, name=plain)
    return asked


def write(result: Result, path: Path, name: str) -> None:
    """Write a build's RDF in a format of FORMATS, compressed if the path ends so.

    Formats that know named graphs have them; in the others everything is said once.

    Raises OSError.
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
    """Every statement in its graph, in lines; the last line of a graph is the SHA-256 of its other lines."""
    return lines_of(graphs(result))


def lines_of(named: Iterable[Graph]) -> Iterator[bytes]:
    """The lines of named graphs, as `nquads` has them."""
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
    """Every statement once, in lines."""
    for nodes in _batched(one_graph(result)):
        lines = "".join([f"{node} {predicate} {obj} .\n" for node, facts in nodes for predicate, obj in facts])
        yield lines.encode("utf-8")


def _batched(descriptions: Iterable[Description]) -> Iterator[list[Description]]:
    """Some nodes at a time, which is faster than one."""
    waiting = iter(descriptions)
    while nodes := list(islice(waiting, _NODES)):
        yield nodes


def _prefixes(base: str) -> dict[str, str]:
    return PREFIXES | {kind: f"{base}{kind}/" for kind in _KINDS}


class _Xml:
    """A file of XML, in which a carriage return is spelled out: readers take one that is not for the end of a line."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        self._file.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to; compressed, its bytes know neither when nor under which name it was written."""
    with path.open("wb") as file:
        if path.suffix == _GZIP:
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as compressed:
                yield cast(IO[bytes], compressed)
        else:
            yield file
