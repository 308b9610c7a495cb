"""Dates of events as stated in the sentence: «أمس», «الثلاثاء الماضي», «25 من تشرين الأول», «30 و31 تشرين أول»."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import predicates, time_words
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words between a time expression and the event.
_FARTHEST = 15


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Attributes:
        first: First word, counted from 1.
        last: Last word, inclusive.
        value: A day, month or year in ISO 8601, or two days as an interval.
    """

    first: int
    last: int
    value: str


def times(view: SentenceView) -> Iterator[Time]:
    """Yield the time expressions of the sentence; relative ones need the date of the article."""
    nodes = view.tree.nodes
    index = 0
    while index < len(nodes):
        found = _calendar(nodes, index, view.document.published) or _relative(nodes, index, view.document.published)
        if found:
            yield found
        index = found.last if found else index + 1


def dated(view: SentenceView, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """Yield the extractions, adding to each event the nearest date in its clause."""
    said = list(times(view))
    verbs = {verb.index for verb in view.verbs}
    for extraction in extractions:
        event = not predicates()[extraction.predicate].lasting
        near = _nearest(view, extraction, said, verbs) if event else None
        yield replace(extraction, date=near.value) if near else extraction


def _nearest(view: SentenceView, extraction: Extraction, said: Sequence[Time], verbs: set[int]) -> Time | None:
    trigger = next(node.index for node in view.tree.nodes if node.end > extraction.evidence.trigger_start)
    near = []
    for time in said:
        first, last = sorted((trigger, time.first))
        between = verbs & set(range(first + 1, last))
        if not between and last - first <= _FARTHEST:
            near.append((last - first, time))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _calendar(nodes: Sequence[Node], at: int, published: date | None) -> Time | None:
    """Return the time expression at a position that is one or two days of a month, a month of a year, or a year."""
    words = [fold(node.word.form) for node in nodes[at : at + 9]]
    if words[0] in time_words().year_nouns and len(words) > 1 and _is_year(words[1]):
        return Time(at + 1, at + 2, words[1])
    days: list[int] = []
    used = 0
    while used < len(words) and (words[used].isdecimal() or (days and words[used] in ("و", "-", "من"))):
        if words[used].isdecimal():
            days.append(int(words[used]))
        used += 1
    month, length = _month(words[used:])
    if not month or (not days and used) or len(days) > 2 or any(not 1 <= day <= 31 for day in days):
        return None
    used += length
    year = words[used] if used < len(words) and _is_year(words[used]) else None
    used += 1 if year else 0
    if not days:
        return Time(at + 1, at + used, f"{year}-{month:02}") if year else None
    exact = [_day(day, month, year, published) for day in days]
    known = [each.isoformat() for each in exact if each]
    return Time(at + 1, at + used, "/".join(known)) if len(known) == len(days) else None


def _month(words: Sequence[str]) -> tuple[int, int]:
    """Return the number of the month named at the start and the length of its name in words; 0, 0 if there is none."""
    for length in (2, 1):
        number = time_words().months.get(" ".join(words[:length])) if len(words) >= length else None
        if number:
            return number, length
    return 0, 0


def _day(day: int, month: int, year: str | None, published: date | None) -> date | None:
    """Return a day of a month; without a year, the one nearest to the publication date."""
    years = [int(year)] if year else [published.year + change for change in (0, -1, 1)] if published else []
    possible = []
    for each in years:
        try:
            possible.append(date(each, month, day))
        except ValueError:
            continue
    if published is None or year:
        return possible[0] if possible else None
    return min(possible, key=lambda when: abs((when - published).days), default=None)


def _relative(nodes: Sequence[Node], at: int, published: date | None) -> Time | None:
    words = [fold(node.word.form) for node in nodes[at : at + 2]]
    if published is None:
        return None
    if " ".join(words) in time_words().day_before_yesterday:
        return Time(at + 1, at + 2, _read("قبل 2 يوم", published, "past"))
    if words[0] in time_words().relative_days and nodes[at].word.upos != "PROPN":
        return Time(at + 1, at + 1, _read(time_words().relative_days[words[0]], published, "past"))
    if words[0] in time_words().weekdays and nodes[at].word.upos != "NUM":
        said = words[1] if len(words) > 1 else ""
        today = list(time_words().weekdays).index(words[0]) == published.weekday()
        if today and said not in time_words().coming_adjectives | time_words().past_adjectives:
            return Time(at + 1, at + 1, published.isoformat())
        if said in time_words().coming_adjectives:
            return Time(at + 1, at + 2, _read(time_words().weekdays[words[0]], published, "future"))
        return Time(
            at + 1,
            at + (2 if said in time_words().past_adjectives else 1),
            _read(time_words().weekdays[words[0]], published, "past"),
        )
    return None


@functools.lru_cache(maxsize=4096)
def _read(words: str, published: date, prefer: Literal["past", "future"]) -> str:
    """Return a relative date in ISO 8601, counted from the publication date."""
    import dateparser

    base = datetime.combine(published, datetime.min.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer}
    found = dateparser.parse(words, languages=["ar"], settings=settings)
    assert found is not None, words
    return str(found.date())


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and word[:2] in ("18", "19", "20")
