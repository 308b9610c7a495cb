"""Extract the title and the date from the first lines of an article."""

from __future__ import annotations

import functools
import re
from datetime import date

from graph_builder.arabic.fold import fold
from graph_builder.corpus.dates import checked
from graph_builder.lexicon import function_words, month_number, time_words

_LONGEST_TITLE = 200
_SHORTENED_TITLE = 80
_DATELINE_WITHIN = 200


def heading(text: str) -> str:
    """Return the first non-empty line of the text, cut at a word if it is too long for a title."""
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")
    if len(line) <= _LONGEST_TITLE:
        return line
    start = line[: _SHORTENED_TITLE + 1]
    return (start[: start.rfind(" ")] if " " in start else start[:_SHORTENED_TITLE]) + "…"


def dateline(text: str) -> date | None:
    """Return the date of a dateline in the first 200 characters, as in «دمشق 2 ديسمبر 2024 (شينخوا)», or None."""
    for line in text[:_DATELINE_WITHIN].splitlines():
        found = _dateline().match(fold(line))
        if found and (found["place"].split() or [""])[-1] not in function_words().dateline_exclusions:
            return _date(found)
    return None


@functools.cache
def _dateline() -> re.Pattern[str]:
    month = "|".join(sorted(time_words().months, key=lambda name: (-len(name), name)))
    # «كانون الأول/ديسمبر» names one month twice.
    date_ = rf"(?P<day>\d{{1,2}}) (?:(?:{month}) ?[/-] ?)?(?P<month>{month}) ?[/،,]? ?(?P<year>\d{{4}})(?: ?م)?"
    # A place or two and perhaps the agency in front, then the sign that ends a dateline.
    return re.compile(rf"^(?P<place>[^\d.!?؟:]{{0,40}}?)\b{date_} ?[(:\-–—]")


def _date(found: re.Match[str]) -> date | None:
    month = month_number(found["month"])
    try:
        return checked(date(int(found["year"]), month, int(found["day"]))) if month else None
    except ValueError:
        return None
