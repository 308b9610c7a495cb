"""Romanized names of people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.lexicon import romanize
from graph_builder.lexicon.romanized import arabness


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("سعد الصعب", "Saad al-Saab"),
        ("مارك تونر", "Mark Toner"),
        ("جان إيف لودريان", "Jean-Yves Le Drian"),
        ("كريستيان شولز", "Christian Scholz"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("عبدالرحمن الزهراني", "Abdulrahman al-Zahrani"),
        ("عبد الواحد بن أحمد", "Abdul Wahid bin Ahmed"),
        ("ابوبكر البغدادي", "Abu Bakr al-Baghdadi"),
        ("تميم بن حمد آل ثاني", "Tamim bin Hamad Al Thani"),
        ("بن أفليك", "Ben Affleck"),
        ("", ""),
    ],
)
def test_romanized_name_of_known_people(name: str, latin: str) -> None:
    assert romanize(name)[0] == latin


def test_romanized_name_says_if_it_is_transliterated() -> None:
    assert not romanize("سعد الصعب")[1] and not romanize("مارك تونر")[1]
    assert romanize("سعد المريحيل")[1] and romanize("مارك شنغلترسكي")[1]


@pytest.mark.parametrize("name", ["سلمان بندر", "بن عبدالعزيز", "خالد الفالح", "حسن نصر الله", "ماجد سالم"])
def test_romanized_name_in_an_arab_context(name: str) -> None:
    assert arabness(name.split()) > 0


@pytest.mark.parametrize("name", ["مارك تونر", "ريتشارد نيكسون", "ستيفن سبيلبرغ", "ماريو دراغي"])
def test_romanized_name_in_a_foreign_context(name: str) -> None:
    assert arabness(name.split()) < 0


@settings(deadline=None, max_examples=30)
@given(st.text(st.sampled_from("ابتجحدرسعفكلمنهويأةء لا"), max_size=12))
def test_romanized_name_has_no_arabic_letter(name: str) -> None:
    assert not set(romanize(name)[0]) & set("ابتجحدرسعفكلمنهويأة")
