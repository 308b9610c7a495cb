"""Where places lie, and the countries and bodies that only an adjective names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import bodies, countries
from graph_builder.resolve.candidates import Article
from graph_builder.resolve.cities import City, capital, cities_by_name, city, geonames
from graph_builder.resolve.known import known_names
from graph_builder.values import Entity, Kind, entity_id

_GEONAMES = "https://sws.geonames.org/{}/"

# A city of so many people is meant by its name wherever it lies.
_WORLD_CITY = 100_000

# A city that weighs so much of the one chosen may be meant as well.
_CLOSE = 0.5

# So many times its people a city counts for in a country that the corpus names.
_NEARBY = 8


def implied(articles: Sequence[Article], entities: Iterable[Entity]) -> Iterator[Entity]:
    """The countries and bodies that an adjective of some article means and that no mention names."""
    have = {entity.id for entity in entities}
    for kind, name, latin in sorted(_meant(articles)):
        entity = Entity(entity_id(kind, fold(name)), kind, name, latin, (), ())
        if entity.id not in have:
            yield entity


def placed(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities, places with coordinates, country, GeoNames link and Latin name where GeoNames has them.

    A country stands at its capital. A city is chosen by its Arabic name: of several, the most populous, where one in a
    country that the corpus names counts for more. A small one in a country that it does not name is none. How likely
    the choice is, is its share of what all of that name weigh.
    """
    every = list(entities)
    mentioned = Counter(
        {k.country: len(e.mentions) for e in every if (k := known_names().get(fold(e.name))) and k.country}
    )
    for entity in every:
        known = known_names().get(fold(entity.name))
        if entity.kind != "LOC":
            yield entity
        elif known and known.country:
            yield _country(entity, known.country)
        else:
            names = [fold(alias) for alias in (entity.name, *entity.aliases)]
            found = [city(n) for alias in names for n in cities_by_name().get(alias, ())]
            yield _city(entity, found, mentioned)


def _meant(articles: Sequence[Article]) -> set[tuple[Kind, str, str]]:
    meant: set[tuple[Kind, str, str]] = set()
    for node in (node for article in articles for tree in article.trees for node in tree.nodes):
        if country := countries().of_adjective(node.word.form):
            meant.add(("LOC", country.name, country.latin))
        elif body := bodies().by_adjective.get(node.form):
            meant.add(("ORG", body.name, body.latin))
    return meant


def _country(entity: Entity, code: str) -> Entity:
    record = geonames().get_countries().get(code)
    if record is None:
        return entity
    seat = capital(code)
    links = (_GEONAMES.format(record["geonameid"]),)
    return replace(entity, place=replace(seat.place, country=code) if seat else None, links=links)


def _city(entity: Entity, found: Sequence[City], mentioned: Counter[str]) -> Entity:
    known = [c for c in found if mentioned[c.place.country] or c.population >= _WORLD_CITY]
    if not known:
        return entity
    weights = {c: c.population * (_NEARBY if mentioned[c.place.country] else 1) for c in known}
    best, *others = sorted(weights, key=lambda c: (-weights[c], c.geonames))
    scores = {c: round(weight / sum(weights.values()), 2) for c, weight in weights.items()}
    return replace(
        entity,
        place=best.place,
        links=(_GEONAMES.format(best.geonames),),
        name_latin=best.name,
        transliterated=False,
        place_score=scores[best],
        other_places=tuple(
            (c.place, _GEONAMES.format(c.geonames), scores[c]) for c in others if weights[c] >= _CLOSE * weights[best]
        ),
    )
