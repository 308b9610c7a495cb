"""Where places lie, and the countries and bodies that only an adjective names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Entity, Kind, entity_id
from graph_builder.lexicon import countries, organizations
from graph_builder.resolve.candidates import ParsedDocument
from graph_builder.resolve.cities import capital, geonames
from graph_builder.resolve.country_context import CountryContext
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.senses import country_of_sense, is_ambiguous, possible

# A kind with a name and a Latin name.
AdjectiveReferent = tuple[Kind, str, str]

_GEONAMES = "https://sws.geonames.org/{}/"

# A city of so many people is meant by its name wherever it lies.
_WORLD_CITY = 100_000

# But not by one of no more letters: it is a word of another language, or of all days.
_SHORT = 3

# A city that weighs so much of the one chosen may be meant as well.
_CLOSE = 0.5

# So many times its people a city counts for in a country that its articles mean.
_NEARBY = 8


def adjective_referents(article: ParsedDocument) -> set[AdjectiveReferent]:
    """The countries and bodies that adjectives of an article mean."""
    found: set[AdjectiveReferent] = set()
    for node in (node for tree in article.trees for node in tree.nodes):
        if country := countries().of_adjective(node.word.form):
            found.add(("LOC", country.name, country.latin))
        elif organization := organizations().by_adjective.get(node.form):
            found.add(("ORG", organization.name, organization.latin))
    return found


def entities_from_adjectives(adjectives: Set[AdjectiveReferent], entities: Iterable[Entity]) -> Iterator[Entity]:
    """The countries and bodies that an adjective of some article means and that no mention names."""
    have = {entity.id for entity in entities}
    for kind, name, latin in sorted(adjectives):
        entity = Entity(entity_id(kind, fold(name)), kind, name, latin, (), ())
        if entity.id not in have:
            yield entity


def geocoded(entities: Iterable[Entity], around: CountryContext) -> Iterator[Entity]:
    """The entities, places with coordinates, country, GeoNames link and Latin name where GeoNames has them.

    A country stands at its capital. A city is chosen by its Arabic name, in the country where its articles mean it to
    lie, and there the most populous; where they do not say, it has no place. A small city of a country that they do
    not mean is none. How likely the choice is, is its share of what all of that name weigh.
    """
    for entity in entities:
        known = gazetteer().get(fold(entity.name))
        if entity.kind != "LOC":
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
    links = (_GEONAMES.format(record["geonameid"]),)
    return replace(entity, place=replace(seat.place, country=code) if seat else None, links=links)


def _city(entity: Entity, around: CountryContext) -> Entity:
    names = [fold(alias) for alias in (entity.name, *entity.aliases)]
    articles = sorted({mention.document for mention in entity.mentions})
    adjective_referents = sum((around.others(article, names) for article in articles), Counter[str]())
    found = list(dict.fromkeys(each for alias in names for each in possible(alias)))
    if any(map(is_ambiguous, names)):
        country = country_of_sense(names, articles, around)
        known = [each for each in found if each.place.country == country]
    else:
        known = [
            c
            for c in found
            if adjective_referents[c.place.country] or (c.population >= _WORLD_CITY and len(names[0]) > _SHORT)
        ]
    if not known:
        return entity
    weights = {c: c.population * (_NEARBY if adjective_referents[c.place.country] else 1) for c in found}
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
