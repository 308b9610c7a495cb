"""Write a comparison into a folder: a page, and a table of every kind of difference."""

from __future__ import annotations

from pathlib import Path

from graph_builder.compare.page import page
from graph_builder.compare.tables import TABLES
from graph_builder.compare.values import Comparison
from graph_builder.io.atomic import locked, written_aside
from graph_builder.io.tables import write_csv
from graph_builder.io.text import write_text

PAGE = "comparison.html"


def write(comparison: Comparison, directory: Path) -> list[Path]:
    """Write comparison.html and the CSV files into a directory, all or none, and return their paths.

    None of the files has a name of a file of a build, so that the directory may be that of one.

    Raises:
        OutputError: The directory cannot be written.
    """
    with locked(directory), written_aside(directory) as folder:
        write_text(folder / PAGE, page(comparison))
        for name, table in TABLES.items():
            write_csv(folder / f"compared_{name}.csv", table.rows(comparison), table.columns)
    return [directory / PAGE, *(directory / f"compared_{name}.csv" for name in TABLES)]
