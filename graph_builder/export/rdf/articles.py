"""Articles in RDF: metadata, text, and the mentions in it (NIF 2.0)."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.core.sources import web_host
from graph_builder.core.values import Document, Entity, Mention, Span
from graph_builder.export.rdf.terms import (
    DCTERMS,
    ITSRDF,
    NIF,
    PROV,
    RDF,
    SCHEMA,
    Names,
    arabic,
    count,
    day,
    iri,
    string,
)

# The IRI of a node, and the predicate and object of each of its statements.
Description = tuple[str, list[tuple[str, str]]]


def article(document: Document, names: Names) -> Iterator[Description]:
    """Yield the descriptions of an article and its text."""
    node, context = names.article(document.id), names.context(document.id)
    host = web_host(document.source)
    facts = [
        (RDF.type, SCHEMA.NewsArticle),
        (SCHEMA.headline, arabic(document.title)),
        (SCHEMA.inLanguage, string("ar")),
        (DCTERMS.source, string(document.source)),
    ]
    if host:
        facts += [(SCHEMA.url, iri(document.source)), (SCHEMA.publisher, names.publisher(host))]
    if document.published:
        facts.append((SCHEMA.datePublished, day(document.published.isoformat())))
    yield node, facts
    yield (
        context,
        [
            (RDF.type, NIF.Context),
            (NIF.isString, string(document.text)),
            (NIF.beginIndex, count(0)),
            (NIF.endIndex, count(len(document.text))),
            (PROV.wasDerivedFrom, node),
        ],
    )


def publisher(document: Document, names: Names) -> Iterator[Description]:
    """Yield the publisher of an article whose source is a web address."""
    host = web_host(document.source)
    if host:
        yield names.publisher(host), [(RDF.type, SCHEMA.NewsMediaOrganization), (SCHEMA.name, string(host))]


def quoted(kind: str, span: Span, surface: str, names: Names) -> list[tuple[str, str]]:
    """Return the statements about a string of an article's text; `kind` is its class."""
    return [
        (RDF.type, kind),
        (NIF.referenceContext, names.context(span.document)),
        (NIF.beginIndex, count(span.start)),
        (NIF.endIndex, count(span.end)),
        (NIF.anchorOf, string(surface)),
    ]


def mention(mention: Mention, entity: Entity, names: Names) -> Description:
    """Return the description of a mention."""
    span = Span(mention.document, mention.start, mention.end)
    facts = quoted(NIF.Phrase, span, mention.surface, names)
    return names.mention(mention), [*facts, (ITSRDF.taIdentRef, names.entity(entity.id))]
