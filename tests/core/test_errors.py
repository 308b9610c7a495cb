"""Errors form a tree of three levels, say what is at fault, and survive the way between processes."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import graph_builder as gb
from graph_builder.core import errors

CLASSES = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)]


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_errors_are_exported_and_in_the_tree_of_the_docstring(error: type[gb.GraphBuilderError]) -> None:
    assert getattr(gb, error.__name__) is error
    assert f" {error.__name__} " in f" {' '.join((errors.__doc__ or '').split())} "
    assert issubclass(error, gb.GraphBuilderError)


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_errors_keep_their_data_when_pickled(error: type[gb.GraphBuilderError]) -> None:
    raised = error("broken; fix it.", path="output", name="حلب", suggestions=["حلبا"])
    copy = pickle.loads(pickle.dumps(raised))
    assert type(copy) is error and str(copy) == "broken; fix it."
    assert (copy.path, copy.name, copy.suggestions) == (Path("output"), "حلب", ("حلبا",))


def test_errors_have_three_levels() -> None:
    assert issubclass(gb.SettingsError, gb.BuildError) and issubclass(gb.SettingsError, ValueError)
    assert issubclass(gb.CacheError, gb.OutputError) and issubclass(gb.OutputError, gb.BuildError)
    assert issubclass(gb.UnknownEntityError, gb.EntityError) and issubclass(gb.EntityError, LookupError)
    assert issubclass(gb.QueryError, gb.StoreError) and not issubclass(gb.StoreError, gb.ResultError)
    assert (gb.GraphBuilderError("x").path, gb.GraphBuilderError("x").suggestions) == (None, ())
