"""Export a finished build to the formats of other tools, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph_builder.core.errors import OutputError
from graph_builder.core.extras import require
from graph_builder.exchange import parquet, rdf
from graph_builder.io.atomic import locked, written_aside
from graph_builder.io.build_files import manifest


@dataclass(frozen=True, slots=True)
class Format:
    """An export format."""

    write: Callable[[Path, Path], None]
    """Reads the build in the first folder and writes into the second."""
    package: str
    """The package that it needs."""


# graph.ttl and graph.nq are part of every build.
_RDF = ("nt", "trig", "jsonld", "rdfxml", *(f"{name}.gz" for name in rdf.SERIALISATIONS))

FORMATS: Mapping[str, Format] = {
    "parquet": Format(parquet.write, "pyarrow"),
    **{name: Format(partial(rdf.write, name=name), "pyoxigraph") for name in _RDF},
}


def export(build: Path, name: str, directory: Path) -> list[Path]:
    """Export a build in a format and return the files written, sorted.

    Existing files of these names are replaced, all or none.

    Args:
        build: Folder of the build.
        name: Name of the format, one of `FORMATS`.
        directory: Folder to write to.

    Raises:
        ReviewError: When the folder contains no build, or a damaged one.
        OutputError: When the directory cannot be written, or there is no such format.
        MissingPackageError: When the package for the format is not installed.
    """
    manifest(build)
    if name not in FORMATS:
        raise OutputError(f"There is no format {name!r}; choose one of {', '.join(FORMATS)}.")
    chosen = FORMATS[name]
    require(chosen.package, f"write {name} files")
    with locked(directory), written_aside(directory) as folder:
        chosen.write(build, folder)
        names = sorted(path.name for path in folder.iterdir())
    return [directory / each for each in names]
