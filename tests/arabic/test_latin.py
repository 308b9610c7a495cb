"""Transliteration of Arabic names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.latin import latin

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىةئؤءپچڤگکی"


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("سيرغي لافروف", "Sirghi Lafruf"),
        ("نور", "Nur"),
        ("وليد", "Walid"),
        ("يوسف", "Yusf"),
        ("حميميم", "Hamimim"),
        ("مجلس", "Majlas"),
        ("قوات", "Qawat"),
        ("الدوحة", "al-Duha"),
        ("عبد الله", "Abd Allah"),
        ("سَـــامِي", "Sami"),
        ("", ""),
    ],
)
def test_latin_transliteration_of_names(name: str, reading: str) -> None:
    assert latin(name) == reading


def test_latin_keeps_other_text() -> None:
    assert latin("B52 قناة") == "B52 Qanaa"


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from(_LETTERS), min_size=1), min_size=1).map(" ".join))
def test_latin_has_no_arabic_letter(name: str) -> None:
    assert latin(name).isascii()


@settings(deadline=None)
@given(st.text(st.sampled_from(_LETTERS + " ـَُ"), max_size=30))
def test_latin_is_independent_of_marks(name: str) -> None:
    assert latin(name) == latin(name.replace("ـ", "").replace("َ", "").replace("ُ", ""))


@pytest.mark.parametrize(("name", "reading"), [("لافروف", "Lafrov"), ("شفيتزر", "Shfitzer"), ("وف", "Wf"), ("", "")])
def test_latin_keeps_clusters_and_endings_of_foreign_names(name: str, reading: str) -> None:
    assert latin(name, {"وف": "ov"}) == reading
