"""A finished build in the formats of other tools, one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph_builder.core.errors import ChoiceError
from graph_builder.core.extras import require
from graph_builder.exchange import cytoscape, ftm, gephi, neo4j, parquet, rdf, schemaorg
from graph_builder.exchange.annotation import inception, label_studio
from graph_builder.io.atomic import locked, written_aside
from graph_builder.io.build_files import manifest


@dataclass(frozen=True, slots=True)
class Format:
    """The writer of a format."""

    write: Callable[[Path, Path], None]
    """Reads the build in the first folder, writes into the second."""
    package: str = ""
    """The package of an extra that writes it, if one does."""


# graph.ttl and graph.nq themselves are files of every build.
_RDF = ("nt", "trig", "jsonld", "rdfxml", *(f"{name}.gz" for name in rdf.SERIALISATIONS))

FORMATS: Mapping[str, Format] = {
    "cytoscape": Format(cytoscape.write),
    "ftm": Format(ftm.write),
    "gephi": Format(gephi.write),
    "inception": Format(inception.write, "cassis"),
    "label-studio": Format(label_studio.write),
    "neo4j": Format(neo4j.write),
    "parquet": Format(parquet.write, "pyarrow"),
    "schemaorg": Format(schemaorg.write),
    **{name: Format(partial(rdf.write, name=name), "pyoxigraph") for name in _RDF},
}


def export(build: Path, name: str, directory: Path) -> list[Path]:
    """Write a build in a format into a directory, replacing all of its files or none, and return their sorted paths.

    Raises:
        DamagedBuildError: The folder is not that of a build, or a file of it is damaged.
        OutputError: The directory cannot be written.
        ChoiceError: There is no such format.
        MissingPackageError: The package that writes the format is not installed.
    """
    manifest(build)
    if name not in FORMATS:
        raise ChoiceError(
            f"There is no format {name!r}; choose one of {', '.join(FORMATS)}.", name=name, suggestions=FORMATS
        )
    chosen = FORMATS[name]
    if chosen.package:
        require(chosen.package, f"write {name} files")
    with locked(directory), written_aside(directory) as folder:
        chosen.write(build, folder)
        names = sorted(path.name for path in folder.iterdir())
    return [directory / each for each in names]
