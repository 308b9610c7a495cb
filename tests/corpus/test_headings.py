"""Titles and dates from the first lines."""

from __future__ import annotations

from datetime import date

import pytest

from graph_builder.corpus.headings import dateline, heading

SECOND = date(2024, 12, 2)


def test_headings_title_is_the_first_line_with_text() -> None:
    assert heading("\n \r\n  افتتاح جسر\tجديد  \r\nعبرت السيارات الجسر.") == "افتتاح جسر جديد"
    assert heading(" \n") == ""


def test_headings_long_title_is_shortened_between_words() -> None:
    assert heading("خ" * 200) == "خ" * 200
    shortened = heading("خبر " * 60)
    assert shortened == "خبر " * 19 + "خبر…"
    assert len(shortened) <= 81
    assert heading("خ" * 201) == "خ" * 80 + "…"


@pytest.mark.parametrize(
    "text",
    [
        "دمشق 2 ديسمبر 2024 (وكالة) افتتح الوزير الجسر.",
        "عنوان الخبر\n\nحلب، ٢ كانون الأول ٢٠٢٤ - افتتح الوزير الجسر.",
        "بيروت 2 كانون الأول/ديسمبر 2024: افتتح الوزير الجسر.",
        "الرباط 2 دجنبر 2024 م (وكالة) افتتح الوزير الجسر.",
        "2 ديسمبر 2024 — افتتح الوزير الجسر.",
    ],
)
def test_headings_dateline(text: str) -> None:
    assert dateline(text) == SECOND


@pytest.mark.parametrize(
    "text",
    [
        "دمشق 2 ديسمبر 2024 افتتح الوزير الجسر.",
        "افتتح الوزير الجسر في 2 ديسمبر 2024 (وهو الثاني).",
        "افتتح الوزير جسرا. دمشق 2 ديسمبر 2024 (وكالة)",
        "دمشق 32 ديسمبر 2024 (وكالة) افتتح الوزير الجسر.",
        "دمشق 2 حلب 2024 (وكالة) افتتح الوزير الجسر.",
        "ا" * 200 + "\nدمشق 2 ديسمبر 2024 (وكالة) افتتح الوزير الجسر.",
        "",
    ],
)
def test_headings_other_dates_are_no_dateline(text: str) -> None:
    assert dateline(text) is None
