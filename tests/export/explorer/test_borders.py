"""Outlines of countries on the explorer's map."""

from __future__ import annotations

import re

import pytest

from graph_builder.export.explorer.borders import outlines, projected


def test_borders_are_in_mercator_projection() -> None:
    assert projected(0, 0) == (0.0, 0.0)
    assert projected(0, 180) == (1800.0, 0.0)
    assert projected(60, -90) == (-900.0, -754.6)


def test_borders_keep_the_poles_on_the_map() -> None:
    assert projected(90, 0) == projected(80, 0)
    assert projected(-90, 0)[1] == -projected(90, 0)[1]


@pytest.mark.parametrize("country", ["SY", "EG", "SA", "IQ", "LB", "PS", "MA", "US", "CN"])
def test_borders_of_a_country_are_closed_paths(country: str) -> None:
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z)+", outlines()[country])


def test_borders_bounds_hold_the_cities_of_the_country() -> None:
    x, y = projected(36.2, 37.16)  # Aleppo
    points = _points(outlines()["SY"])
    assert min(a for a, _ in points) < x < max(a for a, _ in points)
    assert min(b for _, b in points) < y < max(b for _, b in points)


def test_borders_are_small_and_deterministic() -> None:
    assert sum(map(len, outlines().values())) < 60_000
    assert list(outlines()) == sorted(outlines())
    assert len(outlines()) > 165 and "AQ" not in outlines()


def _points(path: str) -> list[tuple[int, int]]:
    points = []
    for ring in path.split("z"):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x = y = 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points
