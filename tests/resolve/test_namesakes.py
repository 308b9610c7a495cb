"""Namesakes: people of one name in several articles."""

from __future__ import annotations

import pytest

from graph_builder.resolve.namesakes import NameContext, distinguish_namesakes

_MINISTER = frozenset({"وزير", "تجاره"})
_COACH = frozenset({"مدرب", "منتخب"})


def _bearing(name: str, *beside: frozenset[str], others: frozenset[tuple[str, str]] = frozenset()) -> NameContext:
    return NameContext({name}, set(beside), others, 1)


@pytest.mark.parametrize(
    ("name", "one", "other", "groups"),
    [
        ("محمد حسن", [_MINISTER], [_COACH], [(("a",), ""), (("b",), "namesakes_kept_apart")]),
        ("محمد حسن", [], [], [(("a",), ""), (("b",), "namesakes_kept_apart")]),
        ("محمد حسن", [_MINISTER], [_MINISTER | {"مصري"}], [(("a", "b"), "namesakes_agree")]),
        ("سيرغي لافروف", [], [], [(("a", "b"), "")]),
        ("ابو احمد", [_MINISTER], [_MINISTER], [(("a",), ""), (("b",), "kunya_kept_apart")]),
        ("ابو مازن", [], [], [(("a", "b"), "")]),
    ],
)
def test_namesakes_are_one_person_where_offices_agree(
    name: str,
    one: list[frozenset[str]],
    other: list[frozenset[str]],
    groups: list[tuple[tuple[str, ...], str]],
) -> None:
    assert list(distinguish_namesakes(name, {"a": _bearing(name, *one), "b": _bearing(name, *other)})) == groups


def test_namesakes_are_one_person_where_other_entities_agree() -> None:
    company = frozenset({("ORG", "شركه الجسر")})
    bearings = {article: _bearing("محمد حسن", others=company) for article in "ab"}
    assert list(distinguish_namesakes("محمد حسن", bearings)) == [(("a", "b"), "namesakes_agree")]
