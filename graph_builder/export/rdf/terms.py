"""The names of things in RDF: namespaces, and opaque ASCII IRIs made of ids."""

from __future__ import annotations

import re
from decimal import Decimal

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, Literal, Namespace, URIRef

from graph_builder.export.text import encodable
from graph_builder.values import Evidence, Mention, Merge, Span, content_id

BASE = "https://graph-builder.example/"
GB = Namespace(f"{BASE}ontology#")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

PREFIXES: dict[str, str] = {
    "dcterms": str(DCTERMS),
    "gb": str(GB),
    "geo": str(GEO),
    "itsrdf": str(ITSRDF),
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "sem": str(SEM),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")

RESOLVED = URIRef(f"{BASE}graph/resolved")


def article_graph(document: str) -> URIRef:
    """The graph of what one article says."""
    return URIRef(f"{BASE}graph/{document}")


def article(document: str) -> URIRef:
    """An article."""
    return URIRef(f"{BASE}article/{document}")


def context(document: str) -> URIRef:
    """An article's text, in which offsets count code points."""
    return URIRef(f"{BASE}text/{document}")


def sentence(sentence: Span) -> URIRef:
    """A sentence."""
    return URIRef(f"{BASE}sentence/{sentence.document}-{sentence.start}-{sentence.end}")


def mention(mention: Mention) -> URIRef:
    """A mention."""
    return URIRef(f"{BASE}mention/{mention.document}-{mention.start}-{mention.end}")


def evidence(evidence: Evidence) -> URIRef:
    """What one rule read in one sentence."""
    offsets = (str(offset) for offset in (evidence.start, evidence.end, evidence.trigger_start))
    return URIRef(f"{BASE}evidence/{content_id(evidence.document, *offsets, evidence.trigger, evidence.rule)}")


def entity(entity: str) -> URIRef:
    """An entity."""
    return URIRef(f"{BASE}entity/{entity}")


def relation(relation: str) -> URIRef:
    """A relation: the event and the statement at once."""
    return URIRef(f"{BASE}relation/{relation}")


def merge(merge: Merge) -> URIRef:
    """A merge of two names."""
    return URIRef(f"{BASE}merge/{content_id(merge.entity, merge.left, merge.right, merge.rule)}")


def arabic(text: str) -> Literal:
    """Arabic text."""
    return Literal(encodable(text), lang="ar")


def english(text: str) -> Literal:
    """English text."""
    return Literal(encodable(text), lang="en")


def transliterated(text: str) -> Literal:
    """Arabic in Latin letters."""
    return Literal(encodable(text), lang="ar-Latn")


def string(text: str) -> Literal:
    """Text of no language in particular."""
    return Literal(encodable(text))


def decimal(value: float) -> Literal:
    """A number with six decimals at most, the same on every processor."""
    return Literal(Decimal(str(round(value, 6))))


def day(iso: str) -> Literal:
    """A day, a month or a year."""
    return Literal(iso, datatype={4: XSD.gYear, 7: XSD.gYearMonth}.get(len(iso), XSD.date))


def count(value: int) -> Literal:
    """A number of things, or an offset."""
    return Literal(value, datatype=XSD.nonNegativeInteger)


def is_iri(link: str) -> bool:
    """Whether a link can be written as an IRI."""
    return _IRI.fullmatch(link) is not None and link == encodable(link)
