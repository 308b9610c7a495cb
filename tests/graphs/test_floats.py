"""Rounding of floats."""

from __future__ import annotations

import math

import pytest

from graph_builder.graphs.floats import rounded


@pytest.mark.parametrize("value", [1 / 128, 3 / 128, 0.25, 1e-7, -0.5, 0.1234565])
def test_floats_are_rounded(value: float) -> None:
    nearby = [value, math.nextafter(value, 2), math.nextafter(value, -2), value + 1e-12, value - 1e-12]
    assert len({rounded(number) for number in nearby}) == 1


def test_floats_have_no_negative_zero() -> None:
    assert math.copysign(1, rounded(-1e-12)) == 1
