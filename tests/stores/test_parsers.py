"""Other RDF parsers accept the files and count as pyoxigraph does."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest

from tests.stores.engines import java, missing, missing_jena, run

pytestmark = pytest.mark.store

FILES = ("graph.ttl", "graph.nq", "ontology.ttl", "shapes.ttl")
each = pytest.mark.parametrize("name", FILES)


@pytest.mark.skipif(missing_jena() != "", reason=missing_jena())
def test_riot_reports_no_error_and_no_warning(seeds_output: Path, scratch: Path) -> None:
    done = run(*java(scratch, "riotcmd.riot"), "--validate", *(str(seeds_output / name) for name in FILES))
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.skipif(missing("rapper") != "", reason=missing("rapper"))
@each
def test_rapper_counts_the_same_triples(name: str, seeds_output: Path) -> None:
    path = seeds_output / name
    syntax = "nquads" if path.suffix == ".nq" else "turtle"
    said = run("rapper", "--input", syntax, "--count", str(path)).stderr
    assert not re.search("error|warning", said, flags=re.IGNORECASE), said
    counted = re.search(r"returned (\d+) triples", said)
    assert counted is not None
    assert int(counted[1]) == sum(1 for _ in pyoxigraph.parse(path=str(path)))
