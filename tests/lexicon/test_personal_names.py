"""People of the lexicon: the tables agree with each other."""

from __future__ import annotations

from graph_builder.lexicon import countries, personal_names


def test_spellings_are_of_known_people() -> None:
    assert set(personal_names().latin) <= set(personal_names().full.values())


def test_names_by_country_denote_known_people() -> None:
    bearers = personal_names().in_country.values()
    assert {full for each in bearers for full in each.values()} <= set(personal_names().full)
    assert {code for each in bearers for code in each} <= set(countries().by_code)


def test_citizens_are_known_people_of_countries() -> None:
    assert set(personal_names().country) <= set(personal_names().full)
    assert set(personal_names().country.values()) <= set(countries().by_code)
