"""The description of the dataset: statistics (VoID), catalogue entry (DCAT) and provenance (PROV)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_builder.core.result import Result
from graph_builder.core.values import content_id
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.terms import (
    DCAT,
    DCTERMS,
    GB,
    PREFIXES,
    PROV,
    RDF,
    SCHEMA,
    VOID,
    Names,
    arabic,
    count,
    english,
    iri,
    string,
)

_TITLE = ("رسم معرفي من مقالات إخبارية", "A knowledge graph of news articles")
_RIGHTS = (
    "The articles' texts belong to those who published them. Places are from GeoNames (CC BY 4.0), names of countries "
    "from Unicode CLDR."
)
_LANGUAGE = ("owl", "rdf", "rdfs", "xsd")  # the languages of vocabularies are not listed as vocabularies of the dataset
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FILES = {"graph.nq": "application/n-quads", "graph.ttl": "text/turtle"}


@dataclass(slots=True)
class Tally:
    """The numbers of graphs and statements written so far."""

    graphs: int = 0
    statements: int = 0

    def counted(self, descriptions: Iterable[Description]) -> Iterator[Description]:
        """Yield the descriptions of a graph and count them."""
        self.graphs += 1
        for node, facts in descriptions:
            self.statements += len(facts)
            yield node, facts


def build(result: Result) -> str:
    """Return the IRI of the activity of the build, which depends on its versions and settings only.

    Decisions are left out of it, because every relation refers to it: one more decision would change the graph of every
    article.
    """
    settings = (f"{name}={value}" for name, value in sorted(result.settings.items()) if name != "decisions")
    return Names(result.rdf.base).build(content_id(*settings))


def description(result: Result, tally: Tally, digests: int) -> Iterator[Description]:
    """Yield the description of the dataset; its size includes the tally, the digests of graphs, and itself."""
    described = list(_description(result))
    whole = tally.statements + digests + sum(len(facts) for _, facts in described) + 1
    (node, facts), *rest = described
    yield node, [*facts, (VOID.triples, count(whole))]
    yield from rest


def _description(result: Result) -> Iterator[Description]:
    names, knowledge = Names(result.rdf.base), result.knowledge
    partitions = {
        SCHEMA.NewsArticle: len(knowledge.documents),
        SCHEMA.Person: sum(entity.kind == "PER" for entity in knowledge.entities),
        SCHEMA.Organization: sum(entity.kind == "ORG" for entity in knowledge.entities),
        SCHEMA.Place: sum(entity.kind == "LOC" for entity in knowledge.entities),
        GB.Relation: len(knowledge.relations),
    }
    parts = {names.part(kind): (kind, number) for kind, number in partitions.items()}
    files = {names.distribution(file): (file, media) for file, media in _FILES.items()}
    yield (
        names.dataset,
        [
            (RDF.type, VOID.Dataset),
            (RDF.type, DCAT.Dataset),
            (DCTERMS.title, arabic(_TITLE[0])),
            (DCTERMS.title, english(_TITLE[1])),
            (DCTERMS.rights, english(_RIGHTS)),
            *([(DCTERMS.license, iri(result.rdf.licence))] if result.rdf.licence else []),
            (PROV.wasGeneratedBy, build(result)),
            (VOID.documents, count(len(knowledge.documents))),
            (VOID.entities, count(len(knowledge.entities))),
            (VOID.uriSpace, string(result.rdf.base)),
            *((VOID.vocabulary, iri(space)) for prefix, space in PREFIXES.items() if prefix not in _LANGUAGE),
            *((VOID.classPartition, part) for part in parts),
            *((DCAT.distribution, file) for file in files),
        ],
    )
    for part, (kind, number) in parts.items():
        yield part, [(RDF.type, VOID.Dataset), (VOID["class"], kind), (VOID.entities, count(number))]
    for distribution, (file, media) in files.items():
        kind = iri(_MEDIA + media)
        yield distribution, [(RDF.type, DCAT.Distribution), (DCTERMS.title, string(file)), (DCAT.mediaType, kind)]
    yield from _making(result, names)


def _making(result: Result, names: Names) -> Iterator[Description]:
    version = result.settings.get("graph-builder", "")
    yield (
        build(result),
        [
            (RDF.type, PROV.Activity),
            (PROV.wasAssociatedWith, names.software),
            *((PROV.used, names.article(document.id)) for document in result.knowledge.documents),
            *((GB.setting, string(f"{name}={value}")) for name, value in sorted(result.settings.items())),
        ],
    )
    yield (
        names.software,
        [
            (RDF.type, PROV.SoftwareAgent),
            (SCHEMA.name, string("graph_builder")),
            (SCHEMA.softwareVersion, string(version)),
        ],
    )
