"""Dependency trees: the fast path gives the tree of Chu-Liu/Edmonds."""

from __future__ import annotations

import functools
import importlib.util
from typing import Any

import numpy as np
import pytest

from graph_builder.annotate.trees import best_tree, cycles


def _search(scores: Any) -> Any:
    return _as_stanza_has_it().chuliu_edmonds_one_root(scores)


@functools.cache
def _as_stanza_has_it() -> Any:
    """The module anew: in the one that is imported, a test before this may have put our function in the place."""
    spec = importlib.util.find_spec("stanza.models.common.chuliu_edmonds")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(40))
def test_trees_equal_those_of_the_full_search(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(seed % 9 + 2,) * 2)
    assert list(best_tree(_search, scores)) == list(_search(scores))


def test_trees_of_best_heads_need_no_search() -> None:
    def fail(_: Any) -> Any:
        raise AssertionError("searched")

    scores = np.array([[1.0, 1, 1], [9, 1, 1], [1, 9, 1]])
    assert list(best_tree(fail, scores)) == [0, 0, 1]
    with pytest.raises(AssertionError, match="searched"):
        best_tree(fail, np.array([[1.0, 1, 1], [9, 1, 1], [9, 1, 1]]))
    with pytest.raises(AssertionError, match="searched"):
        best_tree(fail, np.array([[1.0, 1, 1], [1, 1, 9], [1, 9, 1]]))


@pytest.mark.parametrize("seed", range(200))
def test_trees_cycles_equal_those_of_stanza(seed: int) -> None:
    stanza_s_own = _as_stanza_has_it().tarjan
    random = np.random.default_rng(seed)
    heads = random.integers(0, seed % 30 + 2, size=seed % 30 + 2)
    heads[0] = 0
    heads[heads == np.arange(len(heads))] = 0
    assert [list(each) for each in cycles(heads)] == [list(each) for each in stanza_s_own(heads)]
