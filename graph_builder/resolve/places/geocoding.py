"""Geocode places, and add the countries and organizations that only adjectives refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Entity, Kind, entity_id
from graph_builder.lexicon import countries, organizations, wikidata_items
from graph_builder.resolve.candidates import ParsedDocument
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.cities import capital, geonames
from graph_builder.resolve.places.country_context import CountryContext
from graph_builder.resolve.places.senses import country_of_sense, is_ambiguous, possible

# Kind, name and Latin name.
CountryReference = tuple[Kind, str, str]

_GEONAMES = "https://sws.geonames.org/{}/"
_WIKIDATA = "http://www.wikidata.org/entity/{}"

# A city with this many inhabitants is meant by its name in any context,
_WORLD_CITY = 100_000

# unless the name is this short: then it is usually a foreign or common word.
_SHORT = 3

# A city with this share of the best candidate's weight is a possible alternative.
_CLOSE = 0.5

# Factor for the population of a city in a country that its articles are about.
_NEARBY = 8


def country_references(article: ParsedDocument) -> set[CountryReference]:
    """Return the countries and organizations that adjectives of an article refer to."""
    found: set[CountryReference] = set()
    for node in (node for tree in article.trees for node in tree.nodes):
        if country := countries().of_adjective(node.word.form):
            found.add(("LOC", country.name, country.latin))
        elif organization := organizations().by_adjective.get(node.form):
            found.add(("ORG", organization.name, organization.latin))
    return found


def entities_from_adjectives(adjectives: Set[CountryReference], entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the countries and organizations that adjectives refer to and no mention names."""
    have = {entity.id for entity in entities}
    for kind, name, latin in sorted(adjectives):
        entity = Entity(entity_id(kind, fold(name)), kind, name, latin, (), ())
        if entity.id not in have:
            yield entity


def geocoded(entities: Iterable[Entity], around: CountryContext) -> Iterator[Entity]:
    """Yield the entities; places get coordinates, country, GeoNames link and Latin name where GeoNames has them.

    Countries and large organizations get a Wikidata link, too. A country is located at its capital. A city is
    chosen by its Arabic name: the most populous one in the country that its articles indicate. If they indicate
    none, small cities are not located. The confidence of a choice is its share of the weight of all candidates.
    """
    for entity in entities:
        known = gazetteer().get(fold(entity.name))
        if entity.kind == "ORG" and known and (item := wikidata_items().organizations.get(known.name)):
            yield replace(entity, links=(_WIKIDATA.format(item),))
        elif entity.kind != "LOC":
            yield entity
        elif known and known.country:
            yield _country(entity, known.country)
        else:
            yield _city(entity, around)


def _country(entity: Entity, code: str) -> Entity:
    record = geonames().get_countries().get(code)
    if record is None:
        return entity
    seat = capital(code)
    item = wikidata_items().countries.get(code)
    links = (_GEONAMES.format(record["geonameid"]), *([_WIKIDATA.format(item)] if item else []))
    return replace(entity, place=replace(seat.place, country=code) if seat else None, links=links)


def _city(entity: Entity, around: CountryContext) -> Entity:
    names = [fold(alias) for alias in (entity.name, *entity.aliases)]
    articles = sorted({mention.document for mention in entity.mentions})
    country_references = sum((around.others(article, names) for article in articles), Counter[str]())
    found = list(dict.fromkeys(each for alias in names for each in possible(alias)))
    if any(map(is_ambiguous, names)):
        country = country_of_sense(names, articles, around)
        known = [each for each in found if each.place.country == country]
    else:
        known = [
            c
            for c in found
            if country_references[c.place.country] or (c.population >= _WORLD_CITY and len(names[0]) > _SHORT)
        ]
    if not known:
        return entity
    weights = {c: c.population * (_NEARBY if country_references[c.place.country] else 1) for c in found}
    best = min(known, key=lambda c: (-c.population, c.geonames))
    others = sorted((c for c in found if c != best), key=lambda c: (-weights[c], c.geonames))
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
