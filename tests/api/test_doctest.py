"""Docstring examples, run on the seeds."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import graph_builder
from graph_builder import KnowledgeGraph

_WITH_EXAMPLES = sorted(
    module.name
    for module in pkgutil.walk_packages(graph_builder.__path__, "graph_builder.")
    if module.name.startswith(
        (
            "graph_builder.api",
            "graph_builder.arabic",
            "graph_builder.core",
            "graph_builder.docs",
            "graph_builder.export.schema",
        )
    )
)
_FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.mark.parametrize("name", _WITH_EXAMPLES)
def test_docstring_examples_hold(name: str, kg: KnowledgeGraph) -> None:
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(optionflags=_FLAGS)
    for example in doctest.DocTestFinder().find(module, extraglobs={"kg": kg}):
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0


def test_docstring_examples_exist(kg: KnowledgeGraph) -> None:
    assert kg.knowledge.relations
    finder = doctest.DocTestFinder()
    for name, fewest in (("knowledge_graph", 9), ("networks", 5), ("tables", 2)):
        module = importlib.import_module(f"graph_builder.api.{name}")
        assert sum(len(each.examples) for each in finder.find(module)) > fewest, name
