"""Months by any of their names."""

from __future__ import annotations

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import month_number, time_words


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, ["يناير", "كانون الثاني", "كانون ثانٍ", "جانفي"]),
        (2, ["فبراير", "شباط", "فيفري"]),
        (3, ["مارس", "آذار", "اذار"]),
        (4, ["أبريل", "إبريل", "ابريل", "نيسان", "أفريل"]),
        (5, ["مايو", "أيار", "ماي"]),
        (6, ["يونيو", "يونيه", "حزيران", "جوان"]),
        (7, ["يوليو", "يوليه", "تمّوز", "جويلية", "يوليوز"]),
        (8, ["أغسطس", "اغسطس", "آب", "أوت", "غشت"]),
        (9, ["سبتمبر", "أيلول", "شتنبر"]),
        (10, ["أكتوبر", "تشرين الأول", "تشرين  الاول"]),
        (11, ["نوفمبر", "تشرين الثاني", "نونبر", "نوڤمبر"]),
        (12, ["ديسمبر", "كانون الأول", "كانون اول", "دجنبر"]),
    ],
)
def test_month_number_by_the_name_in_every_country(number: int, names: list[str]) -> None:
    assert {name: month_number(name) for name in names} == dict.fromkeys(names, number)


def test_month_kanun_and_tishrin_first_and_second() -> None:
    assert [month_number(f"{name} {which}") for name in ("كانون", "تشرين") for which in ("الأول", "الثاني")] == [
        12,
        1,
        10,
        11,
    ]
    assert month_number("كانون") is None


@pytest.mark.parametrize("word", ["", "حلب", "الماء", "ناصر", "May", "12"])
def test_month_of_other_words_is_none(word: str) -> None:
    assert month_number(word) is None


def test_months_are_keyed_by_folded_names() -> None:
    assert all(fold(name) == name for name in time_words().months)
    assert set(time_words().months.values()) == set(range(1, 13))
