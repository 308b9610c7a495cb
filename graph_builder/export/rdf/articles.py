"""Articles in RDF: what they are, their text, and the strings in it that name something (NIF 2.0)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from graph_builder.core.values import Document, Entity, Mention, Span, is_iri
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

# A node with its statements: its IRI, and the predicate and the object of each.
Description = tuple[str, list[tuple[str, str]]]


def article(document: Document, names: Names) -> Iterator[Description]:
    """An article and its text."""
    node, context = names.article(document.id), names.context(document.id)
    host = _host(document.source)
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
    """Whoever published an article whose source is an address."""
    host = _host(document.source)
    if host:
        yield names.publisher(host), [(RDF.type, SCHEMA.NewsMediaOrganization), (SCHEMA.name, string(host))]


def quoted(kind: str, span: Span, surface: str, names: Names) -> list[tuple[str, str]]:
    """What is said of a string of an article's text; `kind` is its class."""
    return [
        (RDF.type, kind),
        (NIF.referenceContext, names.context(span.document)),
        (NIF.beginIndex, count(span.start)),
        (NIF.endIndex, count(span.end)),
        (NIF.anchorOf, string(surface)),
    ]


def mention(mention: Mention, entity: Entity, names: Names) -> Description:
    """A string that names an entity."""
    span = Span(mention.document, mention.start, mention.end)
    facts = quoted(NIF.Phrase, span, mention.surface, names)
    return names.mention(mention), [*facts, (ITSRDF.taIdentRef, names.entity(entity.id))]


def _host(source: str) -> str:
    """The host of a source that is an address in the web, else nothing."""
    if not is_iri(source):
        return ""
    try:
        address = urlsplit(source)
    except ValueError:
        return ""
    return (address.hostname or "") if address.scheme in ("http", "https") else ""
