from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.exchange import export
from tests.support.hostile import hostile_build

Exported = Callable[[str], Path]


@pytest.fixture
def exported(seeds_output: Path, tmp_path: Path) -> Exported:
    """Exports the seeds in a format, into a folder of their own."""

    def run(name: str) -> Path:
        export(seeds_output, name, tmp_path)
        return tmp_path

    return run


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with hostile names, titles and sources."""
    return hostile_build(tmp_path_factory.mktemp("hostile"))
