from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.server import Store, running


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty triple store."""
    with running() as store:
        yield store


@pytest.fixture
def build(seeds_output: Path, tmp_path: Path) -> Path:
    """The RDF of the seeds' build, to be changed at will."""
    folder = tmp_path / "build"
    folder.mkdir()
    for name in ("graph.nq", "ontology.ttl"):
        shutil.copy(seeds_output / name, folder)
    return folder
