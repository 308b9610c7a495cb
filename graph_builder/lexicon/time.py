"""Words of time: adverbs, days of the week, months of three calendars."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from graph_builder.arabic.fold import fold
from graph_builder.lexicon.load import Table, Words, lists, load


class _Lists(Table, frozen=True):
    future_adverbs: Words
    future_adjectives: Words
    time_nouns: Words
    spans: Words
    time_expressions: Words
    past_adjectives: Words
    coming_adjectives: Words
    year_nouns: Words
    day_before_yesterday: Words


class _File(_Lists, frozen=True):
    weekdays: list[str]
    relative_days: list[str]
    months: list[list[str]]
    hijri_months: list[list[str]]
    persian_months: list[list[str]]


class TimeWords(_Lists, frozen=True):
    """The lists of `time.yaml`, which says what each holds.

    Attributes:
        weekdays: The days of the week as they are written, from Monday on, by folded form; `relative_days` likewise.
        months: The number of each month, from 1, by its folded name; `hijri_months` and `persian_months` likewise.
    """

    weekdays: dict[str, str]
    relative_days: dict[str, str]
    months: dict[str, int]
    hijri_months: dict[str, int]
    persian_months: dict[str, int]


@functools.cache
def time_words() -> TimeWords:
    """Return the words of time.

    Raises:
        LexiconError: If `time.yaml` does not hold what it should.
    """
    file = load("time.yaml", _File)
    return TimeWords(
        **lists(file, _Lists),
        weekdays={fold(day): day for day in file.weekdays},
        relative_days={fold(word): word for word in file.relative_days},
        months=_numbered(file.months),
        hijri_months=_numbered(file.hijri_months),
        persian_months=_numbered(file.persian_months),
    )


def month_number(name: str) -> int | None:
    """Return the number of the Gregorian month of a name, from 1; None if there is none.

    >>> month_number("كانون الأول"), month_number("ديسمبر"), month_number("حلب")
    (12, 12, None)
    """
    return time_words().months.get(fold(name))


def _numbered(months: Sequence[Sequence[str]]) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(months, start=1) for name in names}
