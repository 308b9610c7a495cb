"""Places: cities, capitals, and places of one name."""

from __future__ import annotations

from collections import Counter

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Entity, Mention, Place
from graph_builder.resolve import resolve
from graph_builder.resolve.places.cities import capital, cities_by_name, city
from graph_builder.resolve.places.country_context import CountryContext
from graph_builder.resolve.places.geocoding import geocoded
from graph_builder.resolve.places.senses import disambiguate_places, other_names, sense
from tests.support.sentences import article


def _place(entity: str, *names: str) -> Place:
    (found,) = [e for e in resolve([article(name) for name in names]).entities if e.name == entity]
    assert found.place is not None
    return found.place


def test_cities_are_found_by_arabic_name() -> None:
    aleppo = city(170063)
    assert aleppo.name == "Aleppo" and aleppo.place.country == "SY" and aleppo.population > 1_000_000
    assert aleppo.geonames in cities_by_name()["حلب"]


@pytest.mark.parametrize(("code", "name"), [("SY", "Damascus"), ("JO", "Amman"), ("FR", "Paris"), ("EG", "Cairo")])
def test_capital_of_country(code: str, name: str) -> None:
    seat = capital(code)
    assert seat is not None and (seat.name, seat.place.country) == (name, code)


def test_country_has_the_place_of_its_capital_and_its_own_code() -> None:
    assert _place("سوريا", "variants") == city(170654).place


def test_city_of_ambiguous_name_is_the_most_populous() -> None:
    assert _place("طرابلس", "tripoli").country == "LY"


def test_country_context_is_that_of_the_same_article() -> None:
    assert _place("طرابلس", "tripoli", "quoted").country == "LY"


def _meaning(*country_references: str, beside: str = "") -> CountryContext:
    around = CountryContext()
    around.country_references["a"].update(country_references)
    if beside:
        around.beside["a", "طرابلس"][beside] += 1
    return around


@pytest.mark.parametrize(
    ("name", "around", "country"),
    [
        ("طرابلس", _meaning("LB", "LB", "LB", "LY"), "LB"),
        ("طرابلس", _meaning("LB", "LB", "LY", "LY"), None),
        ("طرابلس", _meaning("LY", "LY", "LY", beside="LB"), "LB"),
        ("القنيطره", _meaning("SY"), "SY"),
        ("القنيطره", _meaning("MA"), "MA"),
        ("القنيطره", _meaning(), None),
        ("باريس", _meaning("US", "US", "US"), "FR"),
        ("موسكو", _meaning("US", "US", "US", "RU"), "RU"),
        ("باريس", _meaning("PL", "PL", "DE"), "FR"),
        ("الرياض", _meaning("EG", "EG", "EG"), "SA"),
        ("عمان", _meaning("OM", "IR"), "OM"),
        ("عمان", _meaning("SY", "IQ"), "JO"),
        ("عمان", _meaning("AE", "YE"), "OM"),
        ("المنصوره", _meaning("YE", "YE", "YE"), None),
        ("سالم", _meaning(), None),
    ],
)
def test_place_sense_by_country_context(name: str, around: CountryContext, country: str | None) -> None:
    assert sense(name, "a", around).country == country


def test_place_close_second_sense_is_kept() -> None:
    tripoli = Entity("t", "LOC", "طرابلس", "", (), (Mention("a", 0, 6, "طرابلس", "LOC", 0),))
    (placed_there,) = geocoded([tripoli], _meaning("LB"))
    assert placed_there.place is not None and placed_there.place.country == "LB"
    ((place, link, score),) = placed_there.other_places
    assert 0 < score < placed_there.place_score < 1 and score + placed_there.place_score == 1
    assert place.country == "LY" and link == "https://sws.geonames.org/2210247/"


def test_places_of_one_name_are_two_entities_if_a_corpus_has_both() -> None:
    around = CountryContext()
    around.country_references["a"].update(["LB"])
    around.country_references["b"].update(["LY"])
    keys = disambiguate_places({"طرابلس": ["a", "b"]}, around)
    assert keys == {
        ("a", "طرابلس"): ("طرابلس LB", "places_kept_apart"),
        ("b", "طرابلس"): ("طرابلس LY", "places_kept_apart"),
    }
    assert disambiguate_places({"طرابلس": ["a"]}, around) == {}
    around.country_references["a"].update(["OM"])
    assert disambiguate_places({"عمان": ["a"]}, around) == {("a", "عمان"): ("سلطنه عمان", "country_by_neighbours")}


def test_place_amman_is_in_jordan() -> None:
    (amman,) = [e for e in resolve([article("amman")]).entities if e.mentions and e.mentions[0].surface == "عمان"]
    assert amman.place is not None and amman.place.country == "JO"


def test_place_only_of_locations() -> None:
    entities: tuple[Entity, ...] = resolve([article(name) for name in ("army", "visit", "asked")]).entities
    assert {entity.kind for entity in entities if entity.place} == {"LOC"}


def test_other_names_of_large_cities_are_the_more_frequent_one() -> None:
    assert other_names(Counter({fold("كابل"): 1, fold("كابول"): 2, fold("طرابلس"): 3})) == {fold("كابل"): fold("كابول")}
    assert not other_names(Counter({fold("لحج"): 2, fold("الحوطة"): 1}))
