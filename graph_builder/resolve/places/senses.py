"""Disambiguate places of the same name by the countries that an article is about."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import countries, personal_names, places
from graph_builder.resolve.places.cities import City, capital, cities_by_name, city, geonames
from graph_builder.resolve.places.country_context import CountryContext

SCORES = {"places_kept_apart": 0.8, "country_by_neighbours": 0.8, "other_name_of_city": 0.9}

# A city with this many inhabitants is meant by its name in any context,
_WORLD_CITY = 200_000
# if it has this many times the population of any other city of that name
_FAMOUS = 5
# and the name has this many letters: shorter ones are common words.
_SHORTEST = 4

# So is a city of a million, if no other of that name has a million, and none more than half its population.
_METROPOLIS = 1_000_000
_HALF = 2

# Names that GeoNames gives to one city of this size are one, if they denote no other: a smaller city may be called like
# its province.
_SPELT_OTHERWISE = 100_000

# Factor for Arabic-speaking countries, which news in Arabic names this many times as often as others of their size.
_AT_HOME = 10

# A namesake abroad that is this many times smaller needs its country next to the name; being about the country is not
# enough.
_LESSER = 3
_DWARF = 8

# An article is about a country if it refers to it this many times as often as to any other.
_CLEARLY = 3

# An article with this many references to countries, none of them a candidate, means another place.
_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """The place that a name denotes in an article.

    Attributes:
        country: Code of its country; None if undecided.
        elsewhere: Whether the article is about countries that have no place of that name.
    """

    country: str | None
    elsewhere: bool = False


@functools.cache
def possible(name: str) -> tuple[City, ...]:
    """Return the cities with a folded name, the most populous first."""
    return tuple(sorted(map(city, cities_by_name().get(name, ())), key=lambda c: (-c.population, c.geonames)))


@functools.cache
def is_ambiguous(name: str) -> bool:
    """Return whether there are places with a folded name in several countries."""
    return len({each.place.country for each in possible(name)} | set(places().alike.get(name, ()))) > 1


def sense(name: str, article: str, around: CountryContext) -> Sense:
    """Return the country of the place that a folded name denotes in an article.

    A capital far larger than any other city of its name is meant in any context: «انتقدت موسكو الولايات المتحدة».
    Else a country next to the name decides; else the one that the article refers to clearly more often than to the
    others; else, if it refers to none of them, a world city is chosen.
    """
    if seat := _capital(name):
        return Sense(seat)
    largest = _weights(name)
    beside = around.beside.get((article, name), Counter())
    if beside:
        best, times = beside.most_common(1)[0]
        if best in largest:
            return Sense(best)
        if times and not any(code in largest for code in beside):
            return Sense(None, elsewhere=True)
    country_references = around.others(article, [name])
    counted = {code: country_references[code] for code in largest if country_references[code]}
    if not counted and name in places().alike:
        counted = _by_neighbours(largest, country_references)
    return _about(largest, counted) if counted else _unsupported(name, largest, country_references)


def other_names(names: Counter[str]) -> dict[str, str]:
    """Return the most frequent name of its city for each other unambiguous name of a large city: «كابل», «كابول».

    Args:
        names: How often the corpus uses each folded name of a place.
    """
    by_city: dict[int, list[str]] = {}
    for name in sorted(names, key=lambda each: (-names[each], each)):
        cities = possible(name)
        if len(cities) == 1 and cities[0].population >= _SPELT_OTHERWISE and not is_ambiguous(name):
            by_city.setdefault(cities[0].geonames, []).append(name)
    return {other: first for first, *others in by_city.values() for other in others}


@functools.cache
def _weights(name: str) -> dict[str, int]:
    """Return the population of the largest city of a name by country, with a bonus where Arabic is spoken."""
    weights: dict[str, int] = {}
    for each in possible(name):
        country = each.place.country
        weights.setdefault(country, each.population * (_AT_HOME if _speaks_arabic(country) else 1))
    return weights | dict.fromkeys(places().alike.get(name, ()), _METROPOLIS * _AT_HOME)


@functools.cache
def _capital(name: str) -> str | None:
    """Return the country of the capital with a folded name, unless another city of the name is not far smaller."""
    if name in places().alike or len(name) < _SHORTEST:
        return None
    weights = _weights(name)
    great, *others = sorted(weights, key=lambda code: (-weights[code], code))
    seat = capital(great)
    first = seat is not None and possible(name)[0].geonames == seat.geonames and seat.population >= _WORLD_CITY
    lesser = all(weights[code] * _DWARF <= weights[great] for code in others)
    return great if first and lesser else None


@functools.cache
def _speaks_arabic(code: str) -> bool:
    languages: str = geonames().get_countries()[code]["languages"]
    return languages.startswith("ar")


def disambiguate_places(
    where: Mapping[str, Iterable[str]], around: CountryContext
) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the key of the place for each ambiguous (article, name), and the rule that chose it.

    Where all articles mean the same place, the name itself remains the key.

    Args:
        where: Ids of the documents by folded name.
        around: Countries in the context of each document.
    """
    keys: dict[tuple[str, str], tuple[str, str]] = {}
    for name, articles in where.items():
        senses = {article: sense(name, article, around) for article in articles}
        found = {each.country for each in senses.values() if each.country}
        for article, each in senses.items():
            own = _key(name, each, found)
            if own != name:
                alike = each.country in places().alike.get(name, ()) and own == _country_key(each.country)
                keys[article, name] = own, "country_by_neighbours" if alike else "places_kept_apart"
    return keys


def country_of_sense(names: Sequence[str], articles: Iterable[str], around: CountryContext) -> str | None:
    """Return the country that most articles imply for a place with one of the folded names; None if none does."""
    votes: Counter[str] = Counter()
    for article in articles:
        for name in names:
            country = sense(name, article, around).country if possible(name) else None
            if country:
                votes[country] += 1
                break
    return min(votes, key=lambda code: (-votes[code], code), default=None)


def _key(name: str, each: Sense, found: set[str]) -> str:
    if each.country and each.country in places().alike.get(name, ()):
        country = _country_key(each.country)
        if country != name:
            return country
    if len(found) > 1:
        return f"{name} {each.country}" if each.country else name
    return f"{name} elsewhere" if each.elsewhere and found else name


def _country_key(code: str | None) -> str:
    return fold(countries().by_code[code].name) if code else ""


def _by_neighbours(largest: Mapping[str, int], country_references: Counter[str]) -> dict[str, int]:
    """Return how often an article refers to neighbours of each country that border none of the other candidates."""
    near = {code: set(geonames().get_countries()[code]["neighbours"].split(",")) for code in largest}
    shared = Counter(each for codes in near.values() for each in codes)
    counted = {
        code: sum(country_references[each] for each in codes if shared[each] == 1) for code, codes in near.items()
    }
    return {code: times for code, times in counted.items() if times}


def _about(largest: Mapping[str, int], counted: Mapping[str, int]) -> Sense:
    ranked = sorted(counted, key=lambda code: (-counted[code], -largest[code], code))
    best = ranked[0]
    great = max(largest, key=lambda code: (largest[code], code))
    smaller = largest[great] / max(largest[best], 1)
    if smaller >= _LESSER and not _speaks_arabic(best) and (great not in counted or smaller >= _DWARF):
        return Sense(great if smaller >= _DWARF else None)
    rivals = [code for code in ranked[1:] if largest[code] * _DWARF > largest[best]]
    clear = all(counted[best] >= _CLEARLY * counted[code] for code in rivals)
    return Sense(best if clear else None)


def _unsupported(name: str, largest: Mapping[str, int], country_references: Counter[str]) -> Sense:
    """Return the place denoted where the article refers to none of its countries: a world city, unless a local name."""
    about_others = country_references.total() >= _ELSEWHERE
    great, *others = sorted(largest, key=lambda code: (-largest[code], code))
    most, next_most = largest[great], max((largest[code] for code in others), default=0)
    million = _METROPOLIS * (_AT_HOME if _speaks_arabic(great) else 1)
    # Between two Arabic-speaking countries, each uses the bare name for its own city.
    famous = most >= (million if any(map(_speaks_arabic, others)) else _WORLD_CITY) and most >= _FAMOUS * next_most
    metropolis = most >= million > next_most and most >= _HALF * next_most
    local = _speaks_arabic(great) and most < million and about_others
    person = name in personal_names().given or name in personal_names().alone
    if (famous or metropolis) and len(name) >= _SHORTEST and not local and not person:
        return Sense(great)
    return Sense(None, elsewhere=about_others)
