"""What lies where."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, triples


@pytest.mark.parametrize(
    ("name", "inner", "outer", "rule"),
    [
        ("within", "الفوعة", "إدلب", "place_within_place"),
        ("within", "درنة", "ليبيا", "place_beside_direction"),
        ("visit", "حلب", "سوريا", "adjective_after_place"),
    ],
)
def test_a_place_lies_in_another(name: str, inner: str, outer: str, rule: str) -> None:
    assert fact(name, inner, "located_in", outer).rules == (rule,)


@pytest.mark.parametrize("name", ["ministers", "clitics", "office_after", "meeting", "cities", "accusations"])
def test_places_of_one_sentence_do_not_lie_in_each_other_for_that(name: str) -> None:
    assert triples(name, "located_in") == set()


def test_a_body_is_where_its_clause_says_unless_it_only_speaks() -> None:
    assert fact("operations", "الجيش العراقي", "present_in", "الرمادي").rules == ("organization_near_place",)
    assert ("منظمة العفو الدولية", "present_in", "اليمن") not in triples("operations")


def test_a_bare_kind_of_place_is_the_one_called_so_last() -> None:
    assert ("خالد الزبيدي", "speaks_about", "الرمادي") in triples("bare_places")


def test_the_country_is_the_one_that_the_article_names_most() -> None:
    assert triples("bare_places", "located_in") == {("ديالى", "located_in", "العراق")}
