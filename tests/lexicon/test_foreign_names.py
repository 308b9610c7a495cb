"""LatinSpellings of other tongues, found by how Arabic spells them."""

from __future__ import annotations

import pytest

from graph_builder.lexicon.foreign_names import foreign_name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ريتشارد", "Richard"),
        ("تونر", "Toner"),
        ("رودريغيز", "Rodriguez"),
        ("ستولتنبرغ", "Stoltenberg"),
        ("ياماموتو", "Yamamoto"),
        ("أنطوان", "Antoine"),
        ("فرنانديز", "Fernandez"),
    ],
)
def test_a_name_is_spelt_as_its_own_tongue_spells_it(word: str, name: str) -> None:
    assert foreign_name(word) == name


@pytest.mark.parametrize("word", ["الزهراني", "عبدالرحمن", "المحيسني", "", "ظظظ"])
def test_what_is_like_no_name_is_left_alone(word: str) -> None:
    assert foreign_name(word) is None
