"""Nouns of places and names of regions."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import places


def test_places_settlements_are_heads() -> None:
    assert places().settlements <= places().heads


def test_places_regions_are_found_by_folded_name() -> None:
    assert all(fold(region) == name for name, region in places().regions.items())
    assert fold("الشرق الاوسط") in places().regions
