"""comparison.html: the differences, each with its sentences and these with their articles, in Arabic and in English."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Generic, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from graph_builder.compare.chance import EXPECTED_BY_CHANCE
from graph_builder.compare.quoting import Quoting
from graph_builder.compare.sides import THE_REST
from graph_builder.compare.tables import TABLES
from graph_builder.compare.values import Both, Comparison, Difference, Match, Named, Quote, Side, Stated, Together
from graph_builder.export.csp import content_security_policy
from graph_builder.lexicon import labels, predicates

_TOP = 20  # differences of one kind shown of each side; the tables have all
_FEW = 12  # of those that may be chance
_MATCHES = 100


Shown = TypeVar("Shown", Named, Together, Stated)


@dataclass(frozen=True, slots=True)
class Column(Generic[Shown]):
    """The differences in favour of one side: those shown, and how many there are."""

    side: Side
    shown: Sequence[Difference[Shown]]
    total: int

    @property
    def scale(self) -> float:
        """The highest share shown."""
        return max((max(each.frequency.share) for each in self.shown), default=0.0)


def page(comparison: Comparison) -> str:
    """Return the page: one file that makes no request, with all text from articles escaped."""
    style, script = _source("page.css"), _source("page.js")
    kinds = {name: getattr(comparison, name) for name in ("entities", "pairs", "relations")}
    opposed = [each for each in comparison.retold if each.opposed]
    sections = {name: (_clear(comparison, found), _few(comparison, found)) for name, found in kinds.items()}
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            policy=content_security_policy([script], [style]),
            style=Markup(style),
            script=Markup(script),
            sides=[(side, *_dates(side)) for side in comparison.sides],
            names=[text("rest") if side.name == THE_REST else side.name for side in comparison.sides],
            comparison=comparison,
            same=not any(each.frequency.change != "same" for found in kinds.values() for each in found)
            and not comparison.retold,
            beyond=comparison.beyond_chance(),
            threshold=f"q ≤ {EXPECTED_BY_CHANCE}",
            sections=sections,
            opposed=opposed[:_TOP],
            opposed_total=len(opposed),
            matches=_explained(comparison.matches)[:_MATCHES],
            matches_total=len(_explained(comparison.matches)),
            quoting=Quoting(comparison, [*_quotes(sections.values()), *(each.quotes for each in opposed[:_TOP])]),
            labels=labels(),
            predicates=predicates(),
            files=TABLES,
        )
        + "\n"
    )


def _clear(comparison: Comparison, found: Sequence[Difference[Shown]]) -> tuple[Column[Shown], Column[Shown]]:
    """Return the differences beyond chance, those in favour of each side apart."""
    clear = [each for each in found if each.frequency.beyond_chance]
    a = [each for each in clear if each.frequency.change in ("gone", "weaker")]
    b = [each for each in clear if each.frequency.change in ("new", "stronger")]
    one, other = comparison.sides
    return Column(one, a[:_TOP], len(a)), Column(other, b[:_TOP], len(b))


def _few(comparison: Comparison, found: Sequence[Difference[Shown]]) -> tuple[Column[Shown], Column[Shown]]:
    """Return what occurs on one side only but may be there by chance, the most frequent first."""
    few = sorted(
        (each for each in found if not each.frequency.beyond_chance),
        key=lambda each: (sum(each.frequency.articles), _weight(each.of)),
        reverse=True,
    )
    a = [each for each in few if each.frequency.change == "gone"]
    b = [each for each in few if each.frequency.change == "new"]
    one, other = comparison.sides
    return Column(one, a[:_FEW], len(a)), Column(other, b[:_FEW], len(b))


def _weight(of: Named | Together | Stated) -> tuple[bool, int]:
    """Return what ranks differences of as many articles: events before ties, then mentions or sentences."""
    if isinstance(of, Named):
        return False, sum(of.mentions)
    return isinstance(of, Stated) and predicates()[of.predicate].event, sum(of.sentences)


def _quotes(sections: Iterable[tuple[tuple[Column[Any], Column[Any]], ...]]) -> list[Both[tuple[Quote, ...]]]:
    return [each.quotes for section in sections for columns in section for column in columns for each in column.shown]


def _explained(matches: Iterable[Match]) -> list[Match]:
    """Return the matches that a reader may doubt, ambiguous ones last."""
    doubtful = [each for each in matches if each.reason in ("link", "name", "alias", "ambiguous")]
    same = [each for each in doubtful if each.a and each.b and each.a.name == each.b.name]
    order = ("alias", "name", "link", "ambiguous")
    return sorted((each for each in doubtful if each not in same), key=lambda each: order.index(each.reason))


def _dates(side: Side) -> tuple[str, str]:
    days = sorted(each.published.isoformat() for each in side.knowledge.documents if each.published)
    return (days[0], days[-1]) if days else ("", "")


def _percent(share: float) -> str:
    percentage = 100 * share
    return f"{percentage:.0f}%" if percentage >= 10 or not percentage else f"{percentage:.1f}%"


def _number(value: float | None) -> str:
    """Return a number as short as it is clear; a dash for None."""
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:.2g}" if abs(value) < 0.1 else f"{value:.2f}"


def _chance(q: float) -> str:
    return "q < 0.001" if q < 0.001 else f"q = {q:.2g}"


def text(key: str, **values: Any) -> Markup:
    """Return a text of the page in both languages, of which the style sheet shows one."""
    arabic, english = (
        Markup(escape(each)).format(**{name: _isolated(value) for name, value in values.items()})
        for each in _texts()[key]
    )
    return in_both(arabic, english)


def in_both(arabic: str, english: str) -> Markup:
    """Return a text in both languages, of which the style sheet shows one."""
    return Markup('<span class="t" lang="ar">{}</span><span class="t" lang="en">{}</span>').format(arabic, english)


def _isolated(value: Any) -> Markup:
    return Markup("<bdi>{}</bdi>").format(value)


def who(match: Match) -> Markup:
    """Return the name of an entity; in English its Latin name with the Arabic one."""
    name = Markup("<bdi>{}</bdi>").format(match.shown.name)
    latin = match.shown.name_latin
    english = Markup('<bdi>{}</bdi> <bdi class="original" lang="ar">{}</bdi>').format(latin, match.shown.name)
    return in_both(name, english if latin else name)


@cache
def _texts() -> Mapping[str, tuple[str, str]]:
    return {key: (arabic, english) for key, (arabic, english) in json.loads(_source("texts.json")).items()}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("graph_builder.compare", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    functions: dict[str, Callable[..., Any]] = {
        "t": text,
        "both": in_both,
        "who": who,
        "percent": _percent,
        "number": _number,
        "chance": _chance,
    }
    environment.globals.update(functions)
    return environment


def _source(name: str) -> str:
    return (resources.files("graph_builder.compare") / name).read_text(encoding="utf-8").replace("\r\n", "\n").strip()
