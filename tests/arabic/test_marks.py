"""Marks are removed, all else is kept."""

from __future__ import annotations

import pytest

from graph_builder.arabic.marks import without_marks


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
def test_without_marks_removes_marks_only(marked: str, bare: str) -> None:
    assert without_marks(marked) == bare


@pytest.mark.parametrize("letter", ["آ", "أ", "إ", "ؤ", "ئ", "ى", "ة", "ء", "\u200c"])
def test_marks_exclude_letters_and_the_non_joiner(letter: str) -> None:
    assert without_marks(letter) == letter
