"""The notebooks, run: `python -m tests.support.notebooks` runs all of them and keeps what they give in them.

They read output/, which must be of this version. Nothing that they write knows a time or a machine. The notebook of a
larger corpus is left as it is unless GRAPH_BUILDER_CORPUS names the folder of its build.
"""

from __future__ import annotations

import base64
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbclient
import nbformat

from graph_builder.annotate.cache import Cache
from graph_builder.annotate.weights import find_weights
from tests.support.recorded import ROOT, recorded, seeds

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# The notebook whose first picture stands in the README, and that picture.
SHOWN = ROOT / "notebooks" / "02_network_analysis.ipynb"
PICTURE = SHOWN.with_suffix(".png")

# The notebook of a corpus that is not part of this repository, and the variable that names the folder of its build.
OF_A_CORPUS = ROOT / "notebooks" / "06_one_side_attacks_and_one_side_speaks.ipynb"
CORPUS = "GRAPH_BUILDER_CORPUS"

_WIDGET = "application/vnd.jupyter.widget-view+json"

# The tag of cells whose output is too large to be kept.
NOT_KEPT = "not-kept"


def caches(folder: Path) -> dict[str, str]:
    """An environment in which programs find the recorded annotation of the seeds among the user's own."""
    cache = Cache(folder / "graph-builder" / "annotations", find_weights().fingerprint)
    for annotated in recorded(seeds()):
        cache.put(annotated)
    return {**os.environ, "XDG_CACHE_HOME": str(folder)}


def executed(path: Path, environment: dict[str, str]) -> Any:
    """The notebook with what its cells give, but the output of those that are not kept.

    Raises CellExecutionError.
    """
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        timeout=300,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute(env=environment)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        if NOT_KEPT in cell.metadata.get("tags", ()):
            cell.outputs = []
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(_WIDGET, None)  # it names a kernel that is no more; a table remains
    return notebook


def first_picture(notebook: Any) -> bytes:
    """The first picture that a notebook draws, as PNG."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return base64.b64decode(next(o.data["image/png"] for o in outputs if "image/png" in o.get("data", {})))


def _keep() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = caches(Path(folder))
        for path in NOTEBOOKS:
            if sys.argv[1:] and path.stem not in sys.argv[1:]:
                continue
            if path == OF_A_CORPUS and CORPUS not in os.environ:
                print(f"{path.name} is left as it is: {CORPUS} does not name the folder of its build.")
                continue
            notebook = executed(path, environment)
            nbformat.write(notebook, path)
            if path == SHOWN:
                PICTURE.write_bytes(first_picture(notebook))


if __name__ == "__main__":
    _keep()
