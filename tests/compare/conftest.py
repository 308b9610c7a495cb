from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.compare import Comparison, Side, compare
from graph_builder.core.articles import called
from graph_builder.core.filters import in_articles
from graph_builder.core.values import Knowledge
from graph_builder.io import build_files

# Two articles about the same days in Aleppo.
AGENCIES, LEBANON = "002_38706147582cd873", "004_83f35adba166534f"


@pytest.fixture(scope="session")
def knowledge(seeds_output: Path) -> Knowledge:
    """What was found in the seeds."""
    return build_files.knowledge(seeds_output)


def part(knowledge: Knowledge, *names: str) -> Knowledge:
    """Some of the articles."""
    return in_articles(knowledge, called(knowledge.documents, names))


@pytest.fixture(scope="session")
def aleppo(knowledge: Knowledge) -> Comparison:
    """The two articles about Aleppo, compared."""
    return compare(Side("وكالات", part(knowledge, AGENCIES)), Side("لبنان", part(knowledge, LEBANON)))
