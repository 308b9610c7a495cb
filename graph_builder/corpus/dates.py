"""Parse publication dates of feeds, tables and pages, in several calendars, orders and languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import time_words

Calendar = Literal["Gregorian", "Hijri", "Persian"]

EARLIEST = 1800
"""The first year that an article may be dated; the last is next year."""

_WRITE = "write dates as in 2024-12-31"
_NOTHING = frozenset({"", "-", "–", "—", "nan", "nat", "none", "null", "n/a", "na", "undefined", "0"})
_EPOCHS = {9: 1, 10: 1, 12: 1_000, 13: 1_000, 15: 1_000_000, 16: 1_000_000, 18: 10**9, 19: 10**9}
_EPOCH = re.compile(r"(\d{9,19})(?:\.\d*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_NUMBERS = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?P<suffix>(?:[T ,،].*|[هم]\b.*)?)")
_PERSIAN_DIGITS = re.compile("[۰-۹]")
_PERSIAN_ERA = re.compile(r"\bه(?:ـ|\u200d)?[. ]?ش\b")
_HIJRI_ERA = re.compile(r"(?<!\w)ه(?!\w)|\d ?ه(?!\w)|هجري")
_COMMON_ERA = re.compile(r"(?<!\w)م(?!\w)|\d ?م(?!\w)|ميلادي")
_HIJRI_YEARS = range(1343, 1501)
_PERSIAN_YEARS = range(1179, 1500)
_EQUALS = re.compile("الموافق(?:ه| ل)?|المصادف")


class UnreadableDate(ValueError):
    """A value that is not a date, or not a possible date of an article, with a reason and a remedy for the user."""

    def __init__(self, reason: str, remedy: str = _WRITE) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def published(value: str) -> date | None:
    """Return the date that a value states, or None if it is empty or a placeholder such as «nan».

    Accepted are ISO 8601 and RFC 5322, numeric dates with the year or the day first, seconds and milliseconds since
    1970, Arabic, English and French month names, and Hijri (Umm al-Qura) and Persian (2820-year cycle) dates, which are
    converted. The day is taken as written, whatever the time zone.

    Raises:
        UnreadableDate: If the value cannot be parsed, fits two calendars, or is before `EARLIEST` or after next year.
    """
    folded = fold(value)
    if folded.lower() in _NOTHING or folded.startswith("0000-00-00"):
        return None
    persian = _PERSIAN_DIGITS.search(value) is not None or _PERSIAN_ERA.search(folded) is not None
    problem = None
    for stated in reversed(_EQUALS.split(folded)):  # «7 رجب 1436 الموافق 26 أبريل 2015»
        for read in (_epoch, _compact, _numbers, _named, _feed, _other_tongue):
            try:
                if found := read(stated.strip(" ،,"), persian):
                    return checked(found)
            except UnreadableDate as error:
                problem = problem or error
            except (ValueError, OverflowError):
                continue
    raise problem or UnreadableDate("it cannot be read")


def checked(found: date) -> date:
    """Return the date if an article may have it.

    Raises:
        UnreadableDate: If it is before `EARLIEST` or after next year.
    """
    if found.year < EARLIEST:
        raise UnreadableDate(f"it is before {EARLIEST}")
    if found.year > date.today().year + 1:
        raise UnreadableDate("it is in the future")
    return found


def _epoch(value: str, _: bool) -> date | None:
    found = _EPOCH.fullmatch(value)
    unit = _EPOCHS.get(len(found[1])) if found else None
    return datetime.fromtimestamp(int(found[1]) / unit, UTC).date() if found and unit else None


def _compact(value: str, persian: bool) -> date | None:
    found = _COMPACT.fullmatch(value)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    return _day(year, month, day, "", persian)


def _numbers(value: str, persian: bool) -> date | None:
    found = _NUMBERS.fullmatch(value)
    if not found:
        return None
    first, middle, last = (int(found[group]) for group in (1, 3, 4))
    if len(found[1]) == 4:
        return _day(first, middle, last, found["suffix"], persian)
    if len(found[4]) < 4:
        raise UnreadableDate("its year has two digits")
    # Arab countries write the day first; the month is first only where that is impossible.
    day, month = (first, middle) if middle <= 12 or first > 12 else (middle, first)
    return _day(last, month, day, found["suffix"], persian)


def _named(value: str, persian: bool) -> date | None:
    words = time_words()
    calendars: tuple[tuple[Calendar, Mapping[str, int]], ...] = (
        ("Gregorian", words.months),
        ("Hijri", words.hijri_months),
        ("Persian", words.persian_months),
    )
    for calendar, months in calendars:
        names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name)))
        found = re.search(
            rf"(?<!\d)(?P<day>\d{{1,2}}) ?(?:من )?(?:شهر )?(?:(?:{names}) ?[/-] ?)?(?P<month>{names})(?!\w)"
            r"[ /،,-]*(?:عام |سنه )?(?P<year>\d{4})(?!\d)",
            value,
        ) or re.search(rf"(?<!\w)(?P<month>{names}) (?P<day>\d{{1,2}})[،, ]+(?P<year>\d{{4}})(?!\d)", value)
        if found:
            year, day = int(found["year"]), int(found["day"])
            mixed = calendar != "Gregorian" and year >= EARLIEST
            return _day(year, months[found["month"]], day, "", persian, "Gregorian" if mixed else calendar)
    return None


def _feed(value: str, _: bool) -> date:
    return parsedate_to_datetime(value).date()


def _other_tongue(value: str, _: bool) -> date | None:
    if not re.search(r"\d{4}", value) or not re.search("[A-Za-z]{3}", value):
        return None
    import dateparser

    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(value, languages=["en", "fr"], settings=settings)
    return found.date() if found else None


def _day(year: int, month: int, day: int, suffix: str, persian: bool, calendar: Calendar | None = None) -> date:
    """Return the Gregorian date; without a calendar, the year and the text after the date decide which one it is."""
    chosen = calendar or _calendar(year, suffix, persian)
    try:
        return _CONVERTERS[chosen](year, month, day)
    except (ValueError, OverflowError):
        named = "" if chosen == "Gregorian" else f" of the {chosen} calendar"
        raise UnreadableDate(f"there is no such day{named}") from None


def _calendar(year: int, suffix: str, persian: bool) -> Calendar:
    if year >= EARLIEST or _COMMON_ERA.search(suffix):
        return "Gregorian"
    if persian and year in _PERSIAN_YEARS:
        return "Persian"
    if _HIJRI_ERA.search(suffix) and year in _HIJRI_YEARS:
        return "Hijri"
    if year not in _HIJRI_YEARS:
        return "Gregorian"
    if _persian(year, 1, 1).year <= date.today().year + 1:
        remedy = f"write ه after Hijri and ه.ش after Persian dates, or {_WRITE}"
        raise UnreadableDate("its year may be of the Hijri or of the Persian calendar", remedy)
    return "Hijri"


def _hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _persian(year: int, month: int, day: int) -> date:
    from convertdate import persian

    if not (1 <= month <= 12 and 1 <= day <= persian.month_length(year, month)):
        raise ValueError
    return date(*persian.to_gregorian(year, month, day))


_CONVERTERS: dict[Calendar, Callable[[int, int, int], date]] = {
    "Gregorian": date,
    "Hijri": _hijri,
    "Persian": _persian,
}
