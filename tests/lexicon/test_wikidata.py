from __future__ import annotations

import re

import pytest

from graph_builder.lexicon import countries, organizations, wikidata_items


def test_wikidata_every_country_has_an_item_of_its_own() -> None:
    items = wikidata_items().countries
    assert items.keys() == countries().by_code.keys()
    assert len(set(items.values())) == len(items)


def test_wikidata_organizations_are_known() -> None:
    names = {each.name for each in organizations().by_name.values()}
    assert names >= wikidata_items().organizations.keys()


def test_wikidata_items_have_the_form_of_items() -> None:
    items = wikidata_items()
    for item in (*items.countries.values(), *items.organizations.values()):
        assert re.fullmatch(r"Q[1-9]\d*", item)


@pytest.mark.parametrize(
    ("code", "item"),
    [("EG", "Q79"), ("SY", "Q858"), ("PS", "Q219060"), ("US", "Q30"), ("DK", "Q35"), ("NL", "Q55"), ("NO", "Q20")],
)
def test_wikidata_item_of_a_country(code: str, item: str) -> None:
    assert wikidata_items().countries[code] == item
