"""The RDF of a finished build in other serialisations, compressed or not, by pyoxigraph and streaming."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import RdfFormat

from graph_builder.core.errors import ChoiceError, DamagedBuildError
from graph_builder.export.rdf.formats import prefixes
from graph_builder.io.build_files import rdf_options

_GZIP = ".gz"

# The name of each serialisation, and the suffix of its files.
SERIALISATIONS: dict[str, tuple[str, RdfFormat]] = {
    "ttl": ("ttl", RdfFormat.TURTLE),
    "nt": ("nt", RdfFormat.N_TRIPLES),
    "nq": ("nq", RdfFormat.N_QUADS),
    "trig": ("trig", RdfFormat.TRIG),
    "jsonld": ("jsonld", RdfFormat.JSON_LD),
    "rdfxml": ("rdf", RdfFormat.RDF_XML),
}
# RDF 1.2 has no JSON-LD and no RDF/XML that stores read.
_WITHOUT_TRIPLE_TERMS = ("jsonld", "rdfxml")


def write(build: Path, directory: Path, name: str) -> None:
    """Write the RDF of a build in a serialisation, compressed if its name ends in `.gz`.

    Serialisations of datasets hold the named graphs of graph.nq; the others hold graph.ttl.

    Raises:
        ChoiceError: If the build has triple terms (RDF 1.2) and the serialisation has none.
        DamagedBuildError: If the build has no manifest, or the RDF file cannot be read.
    """
    options = rdf_options(build)
    plain = name.removesuffix(_GZIP)
    suffix, wanted = SERIALISATIONS[plain]
    if plain in _WITHOUT_TRIPLE_TERMS and options.reified:
        raise ChoiceError(
            f"{plain} cannot hold the triple terms of RDF 1.2; build without --rdf12, then export again.", name=name
        )
    source = build / ("graph.nq" if wanted.supports_datasets else "graph.ttl")
    with _opened(directory / f"graph.{suffix}{name[len(plain) :]}") as file:
        if source.suffix == f".{suffix}":
            with source.open("rb") as same:
                shutil.copyfileobj(same, file)
            return
        quads = _parsed(source)
        statements = quads if wanted.supports_datasets else (quad.triple for quad in quads)
        output = cast(IO[bytes], _Xml(file)) if wanted == RdfFormat.RDF_XML else file
        pyoxigraph.serialize(statements, output, format=wanted, prefixes=prefixes(options.base))


def _parsed(path: Path) -> Iterator[pyoxigraph.Quad]:
    try:
        yield from pyoxigraph.parse(path=path)
    except (OSError, SyntaxError) as error:
        raise DamagedBuildError(f"{path} cannot be read as RDF ({error}); build again.", path=path) from error


class _Xml:
    """A file of XML, in which a carriage return is escaped: parsers would read it as a line feed."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        self._file.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing; compressed, it holds neither a time nor a file name, so that its bytes are stable."""
    with path.open("wb") as file:
        if path.suffix == _GZIP:
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as compressed:
                yield cast(IO[bytes], compressed)
        else:
            yield file
