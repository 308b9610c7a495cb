"""The table of Wikidata's items, made from data sets of the form of its sources."""

from __future__ import annotations

from typing import Any

import yaml

from graph_builder.lexicon import wikidata_items
from graph_builder.training.wikidata import country_items, organization_items, table


def _border(**properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": None}


BORDERS = {
    "features": [
        _border(iso1A2="SY", nameEn="Syria", wikidata="Q858"),
        _border(iso1A2="DK", nameEn="Kingdom of Denmark", wikidata="Q756617"),
        _border(nameEn="Denmark", country="DK", wikidata="Q35"),
        _border(iso1A2="EU", nameEn="European Union", wikidata="Q458"),
        _border(iso1A2="FR", nameEn="France", wikidata="Q142"),
        _border(nameEn="Metropolitan France", country="FR", wikidata="Q212429"),
    ]
}


def _entry(**tags: str) -> dict[str, Any]:
    return {"displayName": "", "tags": {name.replace("__", ":"): value for name, value in tags.items()}}


INDEX = {
    "_meta": {"version": "1"},
    "nsi": {
        "flags/man_made/flagpole": {
            "items": [
                _entry(subject="United Nations", subject__wikidata="Q1065", flag__wikidata="Q172446"),
                _entry(subject="North Atlantic Treaty Organization", subject__wikidata="Q7184"),
            ]
        },
        "operators/amenity/school": {
            "items": [
                _entry(operator="UNICEF", operator__wikidata="Q740308"),
                _entry(operator="Reuters", operator__wikidata="Q1"),
                _entry(operator="Reuters", operator__wikidata="Q2"),
                _entry(operator="UNESCO"),
                _entry(brand="CNN", brand__wikidata="Q3"),
            ]
        },
    },
}


def test_wikidata_countries_are_those_of_the_lexicon_and_not_their_kingdoms() -> None:
    assert country_items(BORDERS) == {"DK": "Q35", "FR": "Q142", "SY": "Q858"}


def test_wikidata_organizations_are_those_on_which_the_source_agrees() -> None:
    assert organization_items(INDEX) == {
        "الأمم المتحدة": "Q1065",
        "حلف شمال الأطلسي": "Q7184",
        "يونيسف": "Q740308",
    }


def test_wikidata_table_is_of_the_form_of_the_lexicon() -> None:
    written = table(BORDERS, INDEX, "5")
    assert "country-coder 5 (" in written and "name-suggestion-index 1 (" in written
    read = yaml.safe_load(written)
    assert set(read) == set(wikidata_items().__struct_fields__)
    assert read["countries"]["DK"] == wikidata_items().countries["DK"]
