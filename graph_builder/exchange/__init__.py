"""A finished build in the formats of other tools, one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from graph_builder.core.errors import OutputError
from graph_builder.exchange import parquet
from graph_builder.io.atomic import locked, written_aside
from graph_builder.io.build_files import manifest


@dataclass(frozen=True, slots=True)
class Format:
    """What writes the files of a format."""

    write: Callable[[Path, Path], None]
    """Reads the build in the first folder, writes into the second."""
    package: str
    """What is needed for it and does not come with graph-builder itself."""


FORMATS: Mapping[str, Format] = {
    "parquet": Format(parquet.write, "pyarrow"),
}


def export(build: Path, name: str, directory: Path) -> list[Path]:
    """Write a build in a format into a directory, replacing all of its files or none, and return their sorted paths.

    Raises:
        DamagedBuildError: The folder is not that of a build, or a file of it is damaged.
        OutputError: The directory cannot be written, or a package is not installed.
    """
    manifest(build)
    chosen = FORMATS[name]
    if find_spec(chosen.package) is None:
        raise OutputError(
            f"To write {name} files, the package {chosen.package} is needed; "
            "install it with: pip install 'graph-builder[files]'."
        )
    with locked(directory), written_aside(directory) as folder:
        chosen.write(build, folder)
        names = sorted(path.name for path in folder.iterdir())
    return [directory / each for each in names]
