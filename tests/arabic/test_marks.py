"""Marks go, and every offset finds its way back to the text that had them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.marks import Unmarked, without_marks

_DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff"
_TEXTS = st.text(st.sampled_from("ابتسي و.«»A1😀\n" + _DIACRITICS + _DIRECTION), max_size=40)


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("ســـــوريا", "سوريا"),
        ("هٰذا", "هذا"),
        ("\u200fبغداد\u200f و\u202bالموصل\u202c", "بغداد والموصل"),
        ("\ufeffخبر", "خبر"),
        ("سوريا، 1٬200 km²", "سوريا، 1٬200 km²"),
        ("", ""),
    ],
)
def test_marks_go_and_all_else_stays(marked: str, bare: str) -> None:
    assert without_marks(marked) == bare


@pytest.mark.parametrize("letter", ["آ", "أ", "إ", "ؤ", "ئ", "ى", "ة", "ء", "\u200c"])
def test_letters_and_the_non_joiner_are_no_marks(letter: str) -> None:
    assert without_marks(letter) == letter


def test_a_span_maps_back_with_the_marks_on_its_last_letter() -> None:
    marked = "قَالَ مُحَمَّدٌ: نَعَمْ"
    unmarked = Unmarked(marked)
    start = unmarked.text.index("محمد")
    assert marked[unmarked.start(start) : unmarked.end(start + len("محمد"))] == "مُحَمَّدٌ"


def test_marks_of_direction_around_a_span_stay_outside() -> None:
    marked = "في \u202bبغداد\u202c، غدا\u200f"
    unmarked = Unmarked(marked)
    start = unmarked.text.index("بغداد")
    assert marked[unmarked.start(start) : unmarked.end(start + len("بغداد"))] == "بغداد"
    assert marked[: unmarked.end(len(unmarked.text))].endswith("غدا")


@settings(deadline=None)
@given(_TEXTS, st.data())
def test_every_span_maps_back_to_a_text_that_reads_the_same(marked: str, data: st.DataObject) -> None:
    unmarked = Unmarked(marked)
    assert unmarked.text == without_marks(marked)
    if unmarked.text:
        start = data.draw(st.integers(0, len(unmarked.text) - 1))
        end = data.draw(st.integers(start + 1, len(unmarked.text)))
        found = marked[unmarked.start(start) : unmarked.end(end)]
        assert without_marks(found) == unmarked.text[start:end]
        assert found[0] == unmarked.text[start]


@settings(deadline=None)
@given(_TEXTS)
def test_neighbouring_spans_never_overlap(marked: str) -> None:
    unmarked = Unmarked(marked)
    for cut in range(1, len(unmarked.text)):
        assert unmarked.end(cut) <= unmarked.start(cut)
