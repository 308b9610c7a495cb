from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_builder.core.values import Knowledge
from graph_builder.export.rdf import write_nquads, write_ontology, write_turtle
from graph_builder.pipeline import BuildReport
from tests.stores.engines import missing
from tests.stores.virtuoso import PROGRAMS, Virtuoso, running
from tests.support.samples import contradicting_knowledge


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A Virtuoso that may load the files of the tests' builds."""
    if reason := missing(*PROGRAMS):
        pytest.skip(reason)
    with running(tmp_path_factory.mktemp("virtuoso"), tmp_path_factory.getbasetemp()) as server:
        yield server


@pytest.fixture(scope="session")
def telling(seeds_build: BuildReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The RDF of the seeds with what they lack for some query to find anything: contradictions, conflicts."""
    seeds, sample = seeds_build.result.knowledge, contradicting_knowledge()
    both = Knowledge(
        documents=tuple(sorted((*seeds.documents, *sample.documents), key=lambda document: document.id)),
        sentences=tuple(sorted((*seeds.sentences, *sample.sentences))),
        entities=tuple(sorted((*seeds.entities, *sample.entities), key=lambda entity: entity.id)),
        merges=tuple(sorted((*seeds.merges, *sample.merges), key=lambda merge: (merge.entity, merge.left))),
        relations=tuple(sorted((*seeds.relations, *sample.relations), key=lambda relation: relation.id)),
    )
    folder = tmp_path_factory.mktemp("telling")
    result = replace(seeds_build.result, knowledge=both)
    write_turtle(result, folder / "graph.ttl")
    write_nquads(result, folder / "graph.nq")
    write_ontology(result, folder / "ontology.ttl")
    return folder


@pytest.fixture
def virtuoso(server: Virtuoso) -> Virtuoso:
    """A Virtuoso without any graph of ours."""
    server.empty()
    return server


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what engines are given beside the build."""
    return tmp_path_factory.mktemp("scratch")
