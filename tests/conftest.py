"""The seeds, built once for all tests from their recorded annotation."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph_builder.annotate.cache import Cache
from graph_builder.annotate.weights import find_weights
from graph_builder.core.settings import Settings
from graph_builder.pipeline import BuildReport, build
from tests.support.recorded import SEEDS, recorded, seeds


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--fail-on-skip`, for machines on which everything that a test may need is installed."""
    parser.addoption("--fail-on-skip", action="store_true", help="let a skipped test fail the run")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say it where skipped tests fail the run."""
    if config.getoption("--fail-on-skip") and terminalreporter.stats.get("skipped"):
        terminalreporter.section("tests were skipped, and --fail-on-skip allows none", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run if tests were skipped that may not be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--fail-on-skip") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


Rows = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def seeds_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the recorded annotation of every seed."""
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder, find_weights().fingerprint)
    for annotated in recorded(seeds()):
        cache.put(annotated)
    return folder


@pytest.fixture(scope="session")
def seeds_build(seeds_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """The seeds as the pipeline builds them."""
    return build(SEEDS, tmp_path_factory.mktemp("seeds"), Settings(cache=seeds_cache))


@pytest.fixture(scope="session")
def seeds_output(seeds_build: BuildReport) -> Path:
    """The folder that the seeds were built into."""
    return seeds_build.files[0].parent


@pytest.fixture(scope="session")
def rows(seeds_output: Path) -> Rows:
    """Reads the rows of a JSONL file that the seeds were built into."""

    def read(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (seeds_output / name).read_text(encoding="utf-8").splitlines()]

    return read
