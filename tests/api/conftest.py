from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import KnowledgeGraph, load
from graph_builder.core.values import Knowledge
from tests.support.samples import sample_knowledge, sample_result


@pytest.fixture(scope="session")
def kg(seeds_output: Path) -> KnowledgeGraph:
    """The seeds, loaded from where they were built into; of no folder, so that no decision is written there."""
    loaded = load(seeds_output)
    return KnowledgeGraph(loaded.knowledge, loaded.settings, loaded.problems, loaded.rdf)


@pytest.fixture
def sample() -> KnowledgeGraph:
    """The hand-built sample."""
    result = sample_result()
    return KnowledgeGraph(result.knowledge, result.settings, result.problems, result.rdf)


@pytest.fixture
def knowledge() -> Knowledge:
    """The hand-built sample's knowledge."""
    return sample_knowledge()
