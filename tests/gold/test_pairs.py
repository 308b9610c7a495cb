"""Pairs of names: precision and recall of clustering."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.benchmarks.pairs import Pair, halves, measured, merged, pairs

_FLOORS = {"seen": (0.95, 0.88), "kept back": (0.95, 0.82)}


def test_pairs_are_half_positive() -> None:
    every = pairs()
    assert len(every) == len(set(every)) == 300 and sum(pair.same for pair in every) == 150


@pytest.mark.parametrize(("name", "rows"), list(zip(_FLOORS, halves(), strict=True)))
def test_pairs_precision_and_recall_floors(name: str, rows: Sequence[Pair]) -> None:
    precision, recall, _, _ = measured(merged, rows)
    assert (precision, recall) >= _FLOORS[name] and recall >= _FLOORS[name][1]
