"""First and last days of dates."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graph_builder.core.dates import days, span
from graph_builder.core.errors import ChoiceError


def test_days_of_numbers_and_times() -> None:
    assert days(2024) == (date(2024, 1, 1), date(2024, 12, 31))
    assert days(datetime(2024, 12, 2, 9, 30)) == (date(2024, 12, 2), date(2024, 12, 2))
    assert days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize("when", ["soon", "9" * 20, "2024-12-02-09", "2020/2021/2022", "2024-13", ""])
def test_span_refuses_what_is_no_date(when: str) -> None:
    with pytest.raises(ChoiceError, match="is not a date"):
        span(when)
