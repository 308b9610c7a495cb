"""RDF terms in N-Triples syntax, and the IRIs of a build: opaque ASCII strings, made from ids.

Terms are plain strings, escaped at creation: a build has millions of them, and creating an object for each would take
most of the time of writing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.core.values import Entity, Evidence, Mention, Merge, Span, content_id


class Vocabulary:
    """The terms of a namespace: `SCHEMA.headline`, or `SCHEMA["headline"]`, is `<https://schema.org/headline>`."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def __getattr__(self, name: str) -> str:
        # Cached as a plain attribute.
        term = f"<{self.namespace}{name}>"
        setattr(self, name, term)
        return term

    def __getitem__(self, name: str) -> str:
        term: str = getattr(self, name)
        return term


ONTOLOGY = "https://graph-builder.example/ontology"

GB = Vocabulary(f"{ONTOLOGY}#")
DCAT = Vocabulary("http://www.w3.org/ns/dcat#")
DCTERMS = Vocabulary("http://purl.org/dc/terms/")
GEO = Vocabulary("http://www.w3.org/2003/01/geo/wgs84_pos#")
GEOSPARQL = Vocabulary("http://www.opengis.net/ont/geosparql#")
ITSRDF = Vocabulary("http://www.w3.org/2005/11/its/rdf#")
NIF = Vocabulary("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ORG = Vocabulary("http://www.w3.org/ns/org#")
OWL = Vocabulary("http://www.w3.org/2002/07/owl#")
PROV = Vocabulary("http://www.w3.org/ns/prov#")
RDF = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Vocabulary("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Vocabulary("https://schema.org/")
SEM = Vocabulary("http://semanticweb.cs.vu.nl/2009/11/sem/")
SF = Vocabulary("http://www.opengis.net/ont/sf#")
SKOS = Vocabulary("http://www.w3.org/2004/02/skos/core#")
TIME = Vocabulary("http://www.w3.org/2006/time#")
VOID = Vocabulary("http://rdfs.org/ns/void#")
XSD = Vocabulary("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "dcat": DCAT.namespace,
    "dcterms": DCTERMS.namespace,
    "gb": GB.namespace,
    "geo": GEO.namespace,
    "geosparql": GEOSPARQL.namespace,
    "itsrdf": ITSRDF.namespace,
    "nif": NIF.namespace,
    "org": ORG.namespace,
    "owl": OWL.namespace,
    "prov": PROV.namespace,
    "rdf": RDF.namespace,
    "rdfs": RDFS.namespace,
    "schema": SCHEMA.namespace,
    "sem": SEM.namespace,
    "sf": SF.namespace,
    "skos": SKOS.namespace,
    "time": TIME.namespace,
    "void": VOID.namespace,
    "xsd": XSD.namespace,
}

# Characters that some format cannot represent: most control characters in XML, lone surrogates in UTF-8. Each is
# replaced by one character, so that offsets stay valid.
_UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(rf'["\\\n\r\t\x7f{_UNWRITABLE}]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x7f": "\\u007F"}

_DAYS = {len("2024"): XSD.gYear, len("2024-12"): XSD.gYearMonth}


def _quoted(text: str) -> str:
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "\ufffd")


def arabic(text: str) -> str:
    """Return a literal of Arabic text."""
    return f"{_quoted(text)}@ar"


def english(text: str) -> str:
    """Return a literal of English text."""
    return f"{_quoted(text)}@en"


def transliterated(text: str) -> str:
    """Return a literal of romanized Arabic."""
    return f"{_quoted(text)}@ar-Latn"


def string(text: str) -> str:
    """Return a string literal."""
    return _quoted(text)


def decimal(value: float) -> str:
    """Return a decimal with at most six decimals, the same on every processor."""
    whole, _, digits = f"{value:.6f}".partition(".")
    fraction = digits.rstrip("0") or "0"
    return f'"{whole}.{fraction}"^^{XSD.decimal}'


def day(iso: str) -> str:
    """Return a literal of a day, a month or a year."""
    return f'"{iso}"^^{_DAYS.get(len(iso), XSD.date)}'


def count(value: int) -> str:
    """Return a literal of a non-negative integer, such as an offset."""
    return f'"{value}"^^{XSD.nonNegativeInteger}'


def wkt(lat: float, lon: float) -> str:
    """Return a point in Well-Known Text, longitude first, in degrees of CRS 84, the default reference system."""
    return f'"POINT({lon:.6f} {lat:.6f})"^^{GEOSPARQL.wktLiteral}'


def iri(link: str) -> str:
    """Return an external IRI, for which `values.is_iri` must hold."""
    return f"<{link}>"


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of things, below the base of the settings, which ends in a slash or a number sign."""

    base: str

    def graph(self, document: str) -> str:
        """Return the graph of an article."""
        return f"<{self.base}graph/{document}>"

    @property
    def resolved(self) -> str:
        """The graph of what is resolved across articles: entities, coordinates and merges."""
        return f"<{self.base}graph/resolved>"

    @property
    def cooccurrence(self) -> str:
        """The graph of co-occurrence."""
        return f"<{self.base}graph/cooccurrence>"

    @property
    def description(self) -> str:
        """The graph that describes the dataset."""
        return f"<{self.base}graph/dataset>"

    @property
    def dataset(self) -> str:
        """The dataset."""
        return f"<{self.base}dataset>"

    def article(self, document: str) -> str:
        """Return an article."""
        return f"<{self.base}article/{document}>"

    def publisher(self, host: str) -> str:
        """Return the publisher of a host."""
        return f"<{self.base}publisher/{content_id(host)}>"

    def context(self, document: str) -> str:
        """Return the text of an article, in which offsets count code points."""
        return f"<{self.base}text/{document}>"

    def sentence(self, sentence: Span) -> str:
        """Return a sentence."""
        return f"<{self.base}sentence/{sentence.document}-{sentence.start}-{sentence.end}>"

    def mention(self, mention: Mention) -> str:
        """Return a mention."""
        return f"<{self.base}mention/{mention.document}-{mention.start}-{mention.end}>"

    def evidence(self, evidence: Evidence) -> str:
        """Return a piece of evidence."""
        offsets = (str(offset) for offset in (evidence.start, evidence.end, evidence.trigger_start))
        return f"<{self.base}evidence/{content_id(evidence.document, *offsets, evidence.trigger, evidence.rule)}>"

    def entity(self, entity: str) -> str:
        """Return an entity."""
        return f"<{self.base}entity/{entity}>"

    def geometry(self, entity: Entity) -> str:
        """Return the geometry of an entity."""
        return f"<{self.base}geometry/{entity.id}>"

    def match(self, entity: Entity, link: str) -> str:
        """Return a match of an entity with an external resource."""
        return f"<{self.base}match/{content_id(entity.id, link)}>"

    def merge(self, merge: Merge) -> str:
        """Return a merge of two names."""
        return f"<{self.base}merge/{content_id(merge.entity, merge.left, merge.right, merge.rule)}>"

    def relation(self, relation: str) -> str:
        """Return a relation."""
        return f"<{self.base}relation/{relation}>"

    def membership(self, relation: str, role: str) -> str:
        """Return the membership by which somebody holds an office."""
        return f"<{self.base}membership/{content_id(relation, role)}>"

    def role(self, role: str) -> str:
        """Return an office, independent of its holder."""
        return f"<{self.base}role/{content_id(role)}>"

    def date(self, date: str) -> str:
        """Return a day, or a range of days with a slash between the first and the last."""
        return f"<{self.base}date/{date.replace('/', '--')}>"

    def pair(self, left: str, right: str) -> str:
        """Return a pair of co-occurring entities."""
        return f"<{self.base}cooccurrence/{left}-{right}>"

    def build(self, settings: str) -> str:
        """Return the activity of a build with some settings."""
        return f"<{self.base}build/{settings}>"

    @property
    def software(self) -> str:
        """The software that builds."""
        return f"<{self.base}software>"

    def part(self, kind: str) -> str:
        """Return the part of the dataset with all things of a class, which is given as a term."""
        return f"<{self.base}dataset/{kind[1:-1].replace('#', '/').rpartition('/')[2]}>"

    def distribution(self, file: str) -> str:
        """Return the distribution of the dataset as a file."""
        return f"<{self.base}dataset/{file}>"
