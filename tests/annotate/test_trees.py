"""The best tree is that of the search, found without it where it can be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graph_builder.annotate.trees import best_tree


def _search(scores: Any) -> Any:
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

    return chuliu_edmonds_one_root(scores)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_tree_of_the_search(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(seed % 9 + 2,) * 2)
    assert list(best_tree(_search, scores)) == list(_search(scores))


def test_best_heads_that_make_a_tree_are_not_searched() -> None:
    def fail(_: Any) -> Any:
        raise AssertionError("searched")

    scores = np.array([[1.0, 1, 1], [9, 1, 1], [1, 9, 1]])
    assert list(best_tree(fail, scores)) == [0, 0, 1]
    with pytest.raises(AssertionError, match="searched"):
        best_tree(fail, np.array([[1.0, 1, 1], [9, 1, 1], [9, 1, 1]]))
    with pytest.raises(AssertionError, match="searched"):
        best_tree(fail, np.array([[1.0, 1, 1], [1, 1, 9], [1, 9, 1]]))
