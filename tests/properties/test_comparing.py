"""A comparison is the mirror image of the other way round, and of a build with itself empty, whatever the parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.compare import Comparison, Side, compare
from graph_builder.core.filters import in_articles
from tests.support.samples import sample_knowledge
from tests.support.synthetic import synthetic_knowledge

_OPPOSITE = {"new": "gone", "gone": "new", "stronger": "weaker", "weaker": "stronger", "same": "same"}
_TABLES = ("entities", "pairs", "relations")
_KNOWLEDGE = (sample_knowledge(), synthetic_knowledge(60))
_PARTS = st.sampled_from(_KNOWLEDGE).flatmap(
    lambda knowledge: st.tuples(
        st.just(knowledge),
        *(st.sets(st.sampled_from([each.id for each in knowledge.documents]), min_size=1) for _ in "AB"),
    )
)


@settings(max_examples=25, deadline=None)
@given(_PARTS)
def test_comparisons_mirror_each_other(parts: tuple) -> None:  # type: ignore[type-arg]
    knowledge, *articles = parts
    a, b = (Side(name, in_articles(knowledge, each)) for name, each in zip("AB", articles, strict=True))
    there, back = compare(a, b), compare(b, a)
    assert _frequencies(there) == sorted(
        (table, articles[::-1], _OPPOSITE[change], -g2 + 0.0, p, q, beyond)
        for table, articles, change, g2, p, q, beyond in _frequencies(back)
    )
    assert [each.tellings for each in there.retold] == [each.tellings[::-1] for each in back.retold]
    assert there.shared == back.shared == len(articles[0] & articles[1])
    for table in _TABLES:
        for each in getattr(there, table):
            assert [bool(quotes) for quotes in each.quotes] == [bool(number) for number in each.frequency.articles]


@settings(max_examples=10, deadline=None)
@given(_PARTS)
def test_nothing_differs_from_itself(parts: tuple) -> None:  # type: ignore[type-arg]
    knowledge, articles, _ = parts
    side = Side("A", in_articles(knowledge, articles))
    comparison = compare(side, side)
    assert {change for _, _, change, *_ in _frequencies(comparison)} <= {"same"}
    assert comparison.retold == () and not any(comparison.beyond_chance().values())


def _frequencies(comparison: Comparison) -> list[tuple[str, tuple[int, int], str, float, float, float, bool]]:
    return sorted(
        (table, found.articles, found.change, round(found.g2, 4) + 0.0, found.p, found.q, found.beyond_chance)
        for table in _TABLES
        for found in (each.frequency for each in getattr(comparison, table))
    )
