from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores.engines import missing
from tests.stores.virtuoso import PROGRAMS, Virtuoso, running


@pytest.fixture(scope="session")
def server(seeds_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A Virtuoso that may load the files of the seeds' build."""
    if reason := missing(*PROGRAMS):
        pytest.skip(reason)
    with running(tmp_path_factory.mktemp("virtuoso"), seeds_output) as server:
        yield server


@pytest.fixture
def virtuoso(server: Virtuoso) -> Virtuoso:
    """A Virtuoso without any graph of ours."""
    server.empty()
    return server


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what engines are given beside the build."""
    return tmp_path_factory.mktemp("scratch")
