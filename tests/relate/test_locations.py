"""Rules of locations: located_in and the presence of organizations."""

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
def test_located_in_of_nested_places(name: str, inner: str, outer: str, rule: str) -> None:
    assert fact(name, inner, "located_in", outer).rules == (rule,)


@pytest.mark.parametrize("name", ["ministers", "clitics", "office_after", "meeting", "cities", "accusations"])
def test_located_in_needs_more_than_one_sentence_in_common(name: str) -> None:
    assert triples(name, "located_in") == set()


def test_presence_of_organization_near_place_unless_it_only_speaks() -> None:
    assert fact("operations", "الجيش العراقي", "present_in", "الرمادي").rules == ("organization_near_place",)
    assert ("منظمة العفو الدولية", "present_in", "اليمن") not in triples("operations")


def test_coreference_of_bare_place_noun_is_the_last_so_called() -> None:
    assert ("خالد الزبيدي", "speaks_about", "الرمادي") in triples("bare_places")


def test_located_in_country_named_most_in_the_article() -> None:
    assert triples("bare_places", "located_in") == {("ديالى", "located_in", "العراق")}
