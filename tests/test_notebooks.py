"""The notebooks run, and show what they were committed with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_gives_the_output_it_was_committed_with(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)
    run = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(run, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    assert [_printed(cell) for cell in run.cells] == [_printed(cell) for cell in committed.cells]


def _printed(cell: Any) -> str:
    return "".join(output.get("text", "") for output in cell.get("outputs", ()))
