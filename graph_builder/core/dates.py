"""First and last days of dates in ISO 8601."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime

from graph_builder.core.errors import ChoiceError

Day = str | int | date


def span(when: str) -> tuple[date, date]:
    """Return the first and the last day of a day, a month, a year, or an interval of two of them.

    Examples:
        >>> span("2024-11")
        (datetime.date(2024, 11, 1), datetime.date(2024, 11, 30))
        >>> span("2021-03-01/2021-03-02")
        (datetime.date(2021, 3, 1), datetime.date(2021, 3, 2))

    Raises:
        ChoiceError: The text is not a date.
    """
    first, slash, last = when.partition("/")
    if slash and "/" not in last:
        return span(first)[0], span(last)[1]
    try:
        year, month, day, *more = (*map(int, when.split("-")), 0, 0)
        if len(more) > 2:
            raise ValueError(when)
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        raise ChoiceError(
            f"{when!r} is not a date; write a day, a month or a year such as 2024-12-02, or two of them joined by /.",
            name=when,
        ) from None


def first_day(when: Day) -> date:
    """Return the day itself, or the first of a month or year.

    Raises:
        ChoiceError: The text is not a date.
    """
    return days(when)[0]


def last_day(when: Day) -> date:
    """Return the day itself, or the last of a month or year.

    Raises:
        ChoiceError: The text is not a date.
    """
    return days(when)[1]


def days(when: Day) -> tuple[date, date]:
    """Return the first and the last day of a date; a number is a year, and a time belongs to its day.

    Raises:
        ChoiceError: The text is not a date.
    """
    if isinstance(when, date):
        day = when.date() if isinstance(when, datetime) else when
        return day, day
    return span(str(when))
