"""Dates in the calendars and orders of feeds, tables and pages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.corpus.dates import EARLIEST, UnreadableDate, checked, published

SECOND = date(2024, 12, 2)


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-02",
        "20241202",
        "20241202233000",
        " 2024-12-02 23:30 ",
        "2024-12-02T23:30:00Z",
        "2024-12-02T23:30:00.5+03:00",
        "2024/12/2",
        "2024.12.02",
        "2024/12/02 10:00",
        "02/12/2024",
        "2.12.2024",
        "2-12-2024 10:00",
        "Mon, 02 Dec 2024 23:30:00 +0300",
        "December 2, 2024 11:30 PM",
        "2 décembre 2024",
        "1733183999",
        "1733183999.5",
        "1733183999000",
        "2 ديسمبر 2024",
        "٢ كانون الأول ٢٠٢٤",
        "2 كانون الأول/ديسمبر 2024",
        "2 دجنبر 2024",
        "الاثنين، 2 ديسمبر 2024",
        "1446-06-01",
        "١٤٤٦/٠٦/٠١ هـ",
        "1 جمادى الآخرة 1446",
        "الاثنين 1 جمادى الثانية 1446هـ الموافق 2 ديسمبر 2024م",
        "۱۴۰۳/۰۹/۱۲",
        "1403/09/12 ه.ش",
        "۱۲ آذر ۱۴۰۳",
    ],
)
def test_dates_in_every_calendar(value: str) -> None:
    assert published(value) == SECOND


@pytest.mark.parametrize(
    ("value", "day"),
    [("7 رجب 1436", date(2015, 4, 26)), ("12/31/2024", date(2024, 12, 31)), ("5/6/2024", date(2024, 6, 5))],
)
def test_dates_day_first_unless_impossible(value: str, day: date) -> None:
    assert published(value) == day


@pytest.mark.parametrize("value", ["", " ", "nan", "NaT", "None", "null", "-", "0000-00-00 00:00:00", "0"])
def test_dates_absent(value: str) -> None:
    assert published(value) is None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("أمس", "it cannot be read"),
        ("2024", "it cannot be read"),
        ("45657", "it cannot be read"),
        ("9" * 5000, "it cannot be read"),
        ("\ud800", "it cannot be read"),
        ("02/12/24", "its year has two digits"),
        ("2024-13-02", "there is no such day"),
        ("31 فبراير 2024", "there is no such day"),
        ("31 رجب 1436", "there is no such day of the Hijri calendar"),
        ("1403/09/12", "its year may be of the Hijri or of the Persian calendar"),
        ("0001-01-01", "it is before 1800"),
        ("9999-12-31", "it is in the future"),
    ],
)
def test_dates_invalid_with_reason(value: str, reason: str) -> None:
    with pytest.raises(UnreadableDate) as raised:
        published(value)
    assert raised.value.reason == reason
    assert "as in 2024-12-31" in raised.value.remedy


@given(st.dates(min_value=date(EARLIEST, 1, 1), max_value=date(2026, 12, 31)))
def test_dates_iso_round_trips(day: date) -> None:
    assert published(day.isoformat()) == checked(day) == day


@given(st.one_of(st.text(max_size=40), st.text("0123456789٠١۴۵/-.: هـمش", max_size=24)))
def test_dates_of_any_value(value: str) -> None:
    try:
        found = published(value)
    except UnreadableDate as error:
        assert error.reason and error.remedy
    else:
        assert found is None or found == checked(found)
