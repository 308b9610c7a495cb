"""The named queries give the same rows on every engine."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from tests.stores import engines
from tests.stores.engines import Rows
from tests.stores.virtuoso import Virtuoso

pytestmark = pytest.mark.store

QUERIES = {
    path.name.removesuffix(".rq"): path.read_text(encoding="utf-8")
    for path in files("graph_builder.store").joinpath("queries").iterdir()
    if path.name.endswith(".rq")
}
everywhere = pytest.mark.parametrize("name", sorted(QUERIES))


@pytest.fixture(scope="module")
def loaded(server: Virtuoso, telling: Path) -> Virtuoso:
    """A Virtuoso that holds the build."""
    server.empty()
    server.load(telling, "graph.nq", "ontology.ttl")
    return server


@pytest.fixture(scope="module")
def expected(telling: Path) -> Callable[[str], Rows]:
    """The rows that pyoxigraph finds in the build."""
    return lambda name: engines.from_pyoxigraph(QUERIES[name], telling)


@everywhere
def test_named_queries_have_rows(name: str, expected: Callable[[str], Rows]) -> None:
    assert expected(name)


@everywhere
def test_named_queries_on_rdflib(name: str, telling: Path, expected: Callable[[str], Rows]) -> None:
    assert engines.from_rdflib(QUERIES[name], telling) == expected(name)


@everywhere
def test_named_queries_on_virtuoso(name: str, loaded: Virtuoso, expected: Callable[[str], Rows]) -> None:
    assert engines.from_virtuoso(QUERIES[name], loaded) == expected(name)


@pytest.mark.skipif(engines.missing_jena() != "", reason=engines.missing_jena())
@everywhere
def test_named_queries_on_jena(name: str, telling: Path, scratch: Path, expected: Callable[[str], Rows]) -> None:
    assert engines.from_jena(QUERIES[name], telling, scratch) == expected(name)


@pytest.mark.skipif(engines.missing(engines.COMUNICA) != "", reason=engines.missing(engines.COMUNICA))
@everywhere
def test_named_queries_on_comunica(name: str, telling: Path, scratch: Path, expected: Callable[[str], Rows]) -> None:
    assert engines.from_comunica(QUERIES[name], telling, scratch) == expected(name)
