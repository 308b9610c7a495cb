"""The interactive page: both graphs, with the sentences of every node and edge, in one file."""

from __future__ import annotations

from pathlib import Path

from graph_builder.core.result import Result
from graph_builder.export.explorer.page import page


def write(result: Result, path: Path) -> None:
    """Write the explorer of a build to `path`: one self-contained HTML file, in UTF-8 whatever the locale.

    Raises:
        OSError: If the file cannot be written.
    """
    path.write_bytes(page(result).encode("utf-8"))
