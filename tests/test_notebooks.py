"""The notebooks give their committed output, which is small and names no machine."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.support.notebooks import (
    CORPUS,
    NOT_KEPT,
    NOTEBOOKS,
    OF_A_CORPUS,
    PICTURE,
    SHOWN,
    caches,
    executed,
    first_picture,
)

pytestmark = pytest.mark.packaging

_HINT = "if the change is meant, run: python -m tests.support.notebooks && git add notebooks"

LARGEST = 300_000  # bytes of a notebook

# Those whose corpus is at hand: the seeds, and the one that a variable names.
AT_HAND = [path for path in NOTEBOOKS if path != OF_A_CORPUS or CORPUS in os.environ]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return caches(tmp_path_factory.mktemp("caches"))


@pytest.mark.parametrize("path", AT_HAND, ids=lambda path: path.stem)
def test_notebook_gives_its_committed_output(path: Path, environment: dict[str, str]) -> None:
    committed = nbformat.read(path, as_version=4)
    run = executed(path, environment)
    assert [_shown(cell) for cell in run.cells] == [_shown(cell) for cell in committed.cells], _HINT


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_small_and_explains_its_cells(path: Path) -> None:
    assert path.stat().st_size < LARGEST
    notebook = nbformat.read(path, as_version=4)
    assert not re.search(r'"/(?:home|root|tmp|Users)/|iopub|Traceback', path.read_text(encoding="utf-8"))
    for before, cell in pairwise(notebook.cells):
        if cell.cell_type == "code" and cell.outputs:
            assert before.cell_type == "markdown", cell.source
        if NOT_KEPT in cell.metadata.get("tags", ()):
            assert cell.outputs == []


def test_notebook_of_a_corpus_runs_on_any_build(environment: dict[str, str]) -> None:
    run = executed(OF_A_CORPUS, {name: value for name, value in environment.items() if name != CORPUS})
    shown = _text(run)
    assert "5 articles" in shown
    assert re.search(r"الجيش السوري +[1-9]", shown), "who attacks on the seeds"
    assert "articles: 0" in shown, "none of the seeds names the two sides"


def test_notebook_of_a_corpus_has_the_figures_that_it_tells() -> None:
    notebook = nbformat.read(OF_A_CORPUS, as_version=4)
    told = re.findall(r"\*\*([0-9.]+)\*\*", "".join(c.source for c in notebook.cells if c.cell_type == "markdown"))
    shown = set(re.findall(r"[0-9.]*[0-9]", _text(notebook)))
    assert len(told) > 5
    assert set(told) <= shown


def test_notebook_of_a_corpus_shows_no_sentence_of_it() -> None:
    shown = _text(nbformat.read(OF_A_CORPUS, as_version=4))
    words = re.findall(r"(?:[\u0620-\u0652]+[ \t]+){7,}", shown)
    assert words == [], "names have fewer words"


def test_notebook_picture_is_that_of_the_readme() -> None:
    assert PICTURE.read_bytes() == first_picture(nbformat.read(SHOWN, as_version=4)), _HINT


def _text(notebook: Any) -> str:
    """What the cells of a notebook print, and their tables as text."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return "\n".join(output.get("text") or output["data"].get("text/plain", "") for output in outputs)


def _shown(cell: Any) -> list[Any]:
    """What a cell prints, its tables as text and as HTML, and which kinds of picture it draws.

    The pictures themselves differ from one version of FreeType to the next.
    """
    shown: list[Any] = []
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        pictures = sorted(kind for kind in data if kind.startswith("image/"))
        shown.append(pictures or (output.get("text"), data.get("text/plain"), data.get("text/html")))
    return shown
