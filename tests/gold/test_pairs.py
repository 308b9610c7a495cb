"""The pairs of names are what they say, and our merging of them does not get worse."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.benchmarks.pairs import Pair, halves, measured, merged, pairs

_FLOORS = {"seen": (0.95, 0.88), "kept back": (0.95, 0.82)}


def test_half_of_three_hundred_pairs_are_one_actor() -> None:
    every = pairs()
    assert len(every) == len(set(every)) == 300 and sum(pair.same for pair in every) == 150


@pytest.mark.parametrize(("name", "rows"), list(zip(_FLOORS, halves(), strict=True)))
def test_precision_and_recall_stay_above_their_floors(name: str, rows: Sequence[Pair]) -> None:
    precision, recall, _, _ = measured(merged, rows)
    assert (precision, recall) >= _FLOORS[name] and recall >= _FLOORS[name][1]
