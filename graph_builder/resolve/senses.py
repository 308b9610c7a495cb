"""Which of several places of one name an article means: by the countries that it is about."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import countries, personal_names, places
from graph_builder.resolve.cities import City, cities_by_name, city, geonames
from graph_builder.resolve.country_context import CountryContext

SCORES = {"places_kept_apart": 0.8, "country_by_neighbours": 0.8}

# A city of so many people is meant by its name wherever it is written,
_WORLD_CITY = 200_000
# where it has so many times the people of any other of that name,
_FAMOUS = 5
# and its name has so many letters: shorter ones are words of all kinds.
_SHORTEST = 4

# One of a million is where nobody else of that name has so many, and half as many at most.
_METROPOLIS = 1_000_000
_HALF = 2

# News in Arabic names places where Arabic is spoken so many times as often as others of their size.
_AT_HOME = 10

# A namesake elsewhere that is so many times smaller is not meant because its country is, only where that stands beside.
_LESSER = 3
_DWARF = 8

# So many times as often as another must an article mean a country to be about that one.
_CLEARLY = 3

# An article that means countries so often, and none of a name's, means another place by it.
_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """The country that is meant by a name in an article, or none; `elsewhere` if the article is about others."""

    country: str | None
    elsewhere: bool = False


@functools.cache
def possible(name: str) -> tuple[City, ...]:
    """The cities of a folded name, the most populous first."""
    return tuple(sorted(map(city, cities_by_name().get(name, ())), key=lambda c: (-c.population, c.geonames)))


@functools.cache
def is_ambiguous(name: str) -> bool:
    """Whether a folded name is that of places in several countries."""
    return len({each.place.country for each in possible(name)} | set(places().alike.get(name, ()))) > 1


def sense(name: str, article: str, around: CountryContext) -> Sense:
    """In which country the place lies that an article means by a folded name.

    What stands beside it decides; else the country that the article means clearly more often than the others; else,
    if it means none of them, the name of a world city is the city's.
    """
    largest = _weights(name)
    beside = around.beside.get((article, name), Counter())
    if beside:
        best, times = beside.most_common(1)[0]
        if best in largest:
            return Sense(best)
        if times and not any(code in largest for code in beside):
            return Sense(None, elsewhere=True)
    adjective_referents = around.others(article, [name])
    counted = {code: adjective_referents[code] for code in largest if adjective_referents[code]}
    if not counted and name in places().alike:
        counted = _by_neighbours(largest, adjective_referents)
    return _about(largest, counted) if counted else _unsupported(name, largest, adjective_referents)


@functools.cache
def _weights(name: str) -> dict[str, int]:
    """For each country the people of its largest city of a name, those where Arabic is spoken counted several times."""
    weights: dict[str, int] = {}
    for each in possible(name):
        country = each.place.country
        weights.setdefault(country, each.population * (_AT_HOME if _speaks_arabic(country) else 1))
    return weights | dict.fromkeys(places().alike.get(name, ()), _METROPOLIS * _AT_HOME)


@functools.cache
def _speaks_arabic(code: str) -> bool:
    languages: str = geonames().get_countries()[code]["languages"]
    return languages.startswith("ar")


def disambiguate_places(
    where: Mapping[str, Iterable[str]], around: CountryContext
) -> dict[tuple[str, str], tuple[str, str]]:
    """For names of several places, by (article, name), the key of the place that is meant there, and the rule.

    `where` has the articles of each name. Where all articles mean one place, the name itself stays its key.
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
    """The country in which most articles of an entity mean it to lie, by one of its folded names; None if none says."""
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


def _by_neighbours(largest: Mapping[str, int], adjective_referents: Counter[str]) -> dict[str, int]:
    """How often an article means neighbours of each country that are no neighbours of the others."""
    near = {code: set(geonames().get_countries()[code]["neighbours"].split(",")) for code in largest}
    shared = Counter(each for codes in near.values() for each in codes)
    counted = {
        code: sum(adjective_referents[each] for each in codes if shared[each] == 1) for code, codes in near.items()
    }
    return {code: times for code, times in counted.items() if times}


def _about(largest: Mapping[str, int], counted: Mapping[str, int]) -> Sense:
    ranked = sorted(counted, key=lambda code: (-counted[code], -largest[code], code))
    best = ranked[0]
    great = max(largest, key=lambda code: (largest[code], code))
    smaller = largest[great] / max(largest[best], 1)
    if great not in counted and smaller >= _LESSER and not _speaks_arabic(best):
        return Sense(great if smaller >= _DWARF else None)
    rivals = [code for code in ranked[1:] if largest[code] * _DWARF > largest[best]]
    clear = all(counted[best] >= _CLEARLY * counted[code] for code in rivals)
    return Sense(best if clear else None)


def _unsupported(name: str, largest: Mapping[str, int], adjective_referents: Counter[str]) -> Sense:
    """What a name means where its article means none of its countries: a world city, unless it is a local name."""
    about_others = adjective_referents.total() >= _ELSEWHERE
    great, *others = sorted(largest, key=lambda code: (-largest[code], code))
    most, next_most = largest[great], max((largest[code] for code in others), default=0)
    million = _METROPOLIS * (_AT_HOME if _speaks_arabic(great) else 1)
    # Of two that lie where Arabic is spoken, either is called so without more at home.
    famous = most >= (million if any(map(_speaks_arabic, others)) else _WORLD_CITY) and most >= _FAMOUS * next_most
    metropolis = most >= million > next_most and most >= _HALF * next_most
    local = _speaks_arabic(great) and most < million and about_others
    person = name in personal_names().given or name in personal_names().alone
    if (famous or metropolis) and len(name) >= _SHORTEST and not local and not person:
        return Sense(great)
    return Sense(None, elsewhere=about_others)
