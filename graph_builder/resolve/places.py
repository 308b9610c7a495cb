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


def implied(articles: Sequence[Article], entities: Iterable[Entity]) -> Iterator[Entity]:
    """The countries and bodies that an adjective of some article means and that no mention names."""
    have = {entity.id for entity in entities}
    for kind, name, latin in sorted(_meant(articles)):
        entity = Entity(entity_id(kind, fold(name)), kind, name, latin, (), ())
        if entity.id not in have:
            yield entity


def placed(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities, places with coordinates, country, GeoNames link and Latin name where GeoNames has them.

    A country stands at its capital. A city is chosen by its Arabic name: of several, one in a country that the corpus
    names rather than one elsewhere, then the most populous.
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
            found = [city(n) for alias in (entity.name, *entity.aliases) for n in cities_by_name().get(fold(alias), ())]
            yield _city(entity, found, mentioned) if found else entity


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
    best = max(found, key=lambda c: (mentioned[c.place.country] > 0, c.population, -c.geonames))
    return replace(entity, place=best.place, links=(_GEONAMES.format(best.geonames),), name_latin=best.name)
