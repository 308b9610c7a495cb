"""Arabic names in Latin letters."""

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
def test_names_read_as_they_sound(name: str, reading: str) -> None:
    assert latin(name) == reading


def test_what_is_not_arabic_is_kept() -> None:
    assert latin("B52 قناة") == "B52 Qanaa"


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from(_LETTERS), min_size=1), min_size=1).map(" ".join))
def test_arabic_letters_leave_none_behind(name: str) -> None:
    assert latin(name).isascii()


@settings(deadline=None)
@given(st.text(st.sampled_from(_LETTERS + " ـَُ"), max_size=30))
def test_marks_make_no_difference(name: str) -> None:
    assert latin(name) == latin(name.replace("ـ", "").replace("َ", "").replace("ُ", ""))


@pytest.mark.parametrize(("name", "reading"), [("لافروف", "Lafrov"), ("شفيتزر", "Shfitzer"), ("وف", "Wf"), ("", "")])
def test_names_of_other_tongues_keep_their_clusters_and_endings(name: str, reading: str) -> None:
    assert latin(name, {"وف": "ov"}) == reading
