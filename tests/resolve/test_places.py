"""Where places lie."""

from __future__ import annotations

import pytest

from graph_builder.resolve import resolve
from graph_builder.resolve.cities import capital, cities_by_name, city
from graph_builder.values import Entity, Place
from tests.sentences import article


def _place(entity: str, *names: str) -> Place:
    (found,) = [e for e in resolve([article(name) for name in names]).entities if e.name == entity]
    assert found.place is not None
    return found.place


def test_cities_are_found_by_their_arabic_names() -> None:
    aleppo = city(170063)
    assert aleppo.name == "Aleppo" and aleppo.place.country == "SY" and aleppo.population > 1_000_000
    assert aleppo.geonames in cities_by_name()["حلب"]


@pytest.mark.parametrize(("code", "name"), [("SY", "Damascus"), ("JO", "Amman"), ("FR", "Paris"), ("EG", "Cairo")])
def test_a_capital_is_the_seat_of_its_country(code: str, name: str) -> None:
    seat = capital(code)
    assert seat is not None and (seat.name, seat.place.country) == (name, code)


def test_a_country_stands_at_its_capital_with_its_own_code() -> None:
    assert _place("سوريا", "variants") == city(170654).place


def test_a_city_of_an_ambiguous_name_is_the_most_populous() -> None:
    assert _place("طرابلس", "tripoli").country == "LY"


def test_or_else_the_one_in_a_country_that_the_corpus_names() -> None:
    assert _place("طرابلس", "tripoli", "quoted").country == "LB"


def test_where_the_choice_is_close_the_other_place_is_kept() -> None:
    (tripoli,) = [e for e in resolve([article("tripoli"), article("quoted")]).entities if e.name == "طرابلس"]
    ((place, link, score),) = tripoli.other_places
    assert 0 < score < tripoli.place_score < 1 and score + tripoli.place_score == 1
    assert place.country == "LY" and link == "https://sws.geonames.org/2210247/"
    (alone,) = [e for e in resolve([article("tripoli")]).entities if e.name == "طرابلس"]
    assert alone.other_places == ()


def test_amman_is_in_jordan() -> None:
    (amman,) = [e for e in resolve([article("amman")]).entities if e.mentions and e.mentions[0].surface == "عمان"]
    assert amman.place is not None and amman.place.country == "JO"


def test_nobody_has_a_place_but_places() -> None:
    entities: tuple[Entity, ...] = resolve([article(name) for name in ("army", "visit", "asked")]).entities
    assert {entity.kind for entity in entities if entity.place} == {"LOC"}
