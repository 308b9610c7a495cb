"""Arabic transcription of foreign names."""

from __future__ import annotations

import math

import pytest

from graph_builder.arabic.spelling import arabic_key, distances, latin_keys, plain

_SOUNDS = {"س": {"s": 0.0}, "م": {"m": 0.0}, "ي": {"i": 0.0, "e": 0.2}, "ث": {"th": 0.0}, "ا": {"a": 0.0}}
_SILENT = {"a": 0.3, "e$": 0.1}


@pytest.mark.parametrize(
    ("word", "name"),
    [("كريستيان", "Christian"), ("شولز", "Scholz"), ("ريتشارد", "Richard"), ("مولر", "Müller"), ("فيليب", "Philip")],
)
def test_spelling_key_finds_its_name(word: str, name: str) -> None:
    assert arabic_key(word) in latin_keys(plain(name))


def test_spelling_keys_of_ambiguous_letters_are_two() -> None:
    assert {arabic_key("والتر"), arabic_key("فالتر")} <= latin_keys("walter")
    assert {arabic_key("جوناس"), arabic_key("يوناس")} <= latin_keys("jonas")


@pytest.mark.parametrize(
    ("name", "price"),
    [("smith", 0.0), ("smeth", 0.2), ("smithe", 0.1), ("samith", 0.3), ("smit", math.inf), ("smithx", math.inf)],
)
def test_spelling_distance_of_differences(name: str, price: float) -> None:
    assert list(distances("سميث", [name], _SOUNDS, _SILENT)) == [pytest.approx(price)]


def test_spelling_distance_beyond_the_limit_is_none() -> None:
    assert list(distances("سميث", ["samethe"], _SOUNDS, _SILENT, farthest=0.25)) == [math.inf]
