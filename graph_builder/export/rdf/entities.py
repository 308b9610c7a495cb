"""Entities in RDF: names, coordinates, links, and merges of names."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.core.values import Entity, Merge, is_iri
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.terms import (
    GB,
    GEO,
    GEOSPARQL,
    OWL,
    RDF,
    SCHEMA,
    SF,
    SKOS,
    Names,
    arabic,
    decimal,
    english,
    iri,
    string,
    transliterated,
    wkt,
)

_CLASSES = {"PER": SCHEMA.Person, "ORG": SCHEMA.Organization, "LOC": SCHEMA.Place}


def entity(entity: Entity, names: Names) -> Iterator[Description]:
    """Yield the descriptions of an entity and, if it has coordinates, of its geometry and candidate places."""
    facts = [(RDF.type, _CLASSES[entity.kind]), (SKOS.prefLabel, arabic(entity.name))]
    if entity.name_latin:
        latin = transliterated if entity.transliterated else english
        facts.append((SKOS.prefLabel, latin(entity.name_latin)))
    facts += [(SKOS.altLabel, arabic(alias)) for alias in entity.aliases if alias != entity.name]
    if entity.place:
        facts += [
            (GEO.lat, decimal(entity.place.lat)),
            (GEO.long, decimal(entity.place.lon)),
            (SCHEMA.addressCountry, string(entity.place.country)),
            (GEOSPARQL.hasGeometry, names.geometry(entity)),
        ]
    facts += [(SKOS.closeMatch, iri(link)) for link in entity.links if is_iri(link)]
    facts += [(OWL.sameAs, iri(link)) for link in entity.same_as if is_iri(link)]
    yield names.entity(entity.id), facts
    if entity.place:
        point = wkt(entity.place.lat, entity.place.lon)
        yield names.geometry(entity), [(RDF.type, SF.Point), (GEOSPARQL.asWKT, point)]
        yield from _matches(entity, names)


def merge(merge: Merge, names: Names) -> Description:
    """Return the description of a merge of two names."""
    return (
        names.merge(merge),
        [
            (RDF.type, GB.Merge),
            (GB.entity, names.entity(merge.entity)),
            (GB.left, arabic(merge.left)),
            (GB.right, arabic(merge.right)),
            (GB.rule, string(merge.rule)),
            (GB.score, decimal(merge.score)),
        ],
    )


def _matches(entity: Entity, names: Names) -> Iterator[Description]:
    """Yield the place chosen for an entity and its alternatives, each with its score."""
    chosen = [(link, entity.place_score) for link in entity.links]
    for link, score in (*chosen, *((link, score) for _, link, score in entity.other_places)):
        if is_iri(link):
            yield (
                names.match(entity, link),
                [
                    (RDF.type, GB.Match),
                    (GB.entity, names.entity(entity.id)),
                    (GB.target, iri(link)),
                    (GB.score, decimal(score)),
                ],
            )
