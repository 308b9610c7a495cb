"""Nouns of places and names of regions."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import places


def test_places_settlements_are_heads() -> None:
    assert places().settlements <= places().heads


def test_places_regions_are_found_by_folded_name() -> None:
    assert all(places().regions[fold(region)] == region for region in places().regions.values())
    assert places().regions[fold("الشرق الاوسط")] == "الشرق الأوسط"
    assert places().regions[fold("كردستان العراق")] == "إقليم كردستان"
