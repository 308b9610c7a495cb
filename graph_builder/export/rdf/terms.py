"""RDF terms as N-Triples writes them, and the IRIs of what a build knows: opaque ASCII, made of ids.

Terms are plain strings, escaped once where they are made: a build has millions of them, and an object for each would
take most of the time that writing takes.
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
        # Asked for again, it is found as a plain attribute.
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

# Characters that some format cannot hold: XML has no place for most control characters, UTF-8 none for halves of
# surrogate pairs. One character stands for each, so that offsets stay what they are.
_UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(rf'["\\\n\r\t\x7f{_UNWRITABLE}]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x7f": "\\u007F"}

_DAYS = {len("2024"): XSD.gYear, len("2024-12"): XSD.gYearMonth}


def _quoted(text: str) -> str:
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "\ufffd")


def arabic(text: str) -> str:
    """Arabic text."""
    return f"{_quoted(text)}@ar"


def english(text: str) -> str:
    """English text."""
    return f"{_quoted(text)}@en"


def transliterated(text: str) -> str:
    """Arabic in Latin letters."""
    return f"{_quoted(text)}@ar-Latn"


def string(text: str) -> str:
    """Text of no language in particular."""
    return _quoted(text)


def decimal(value: float) -> str:
    """A number with six decimals at most, the same on every processor."""
    whole, _, digits = f"{value:.6f}".partition(".")
    fraction = digits.rstrip("0") or "0"
    return f'"{whole}.{fraction}"^^{XSD.decimal}'


def day(iso: str) -> str:
    """A day, a month or a year."""
    return f'"{iso}"^^{_DAYS.get(len(iso), XSD.date)}'


def count(value: int) -> str:
    """A number of things, or an offset."""
    return f'"{value}"^^{XSD.nonNegativeInteger}'


def wkt(lat: float, lon: float) -> str:
    """A point in Well-Known Text, longitude first; with no reference system named, degrees of CRS 84 are meant."""
    return f'"POINT({lon:.6f} {lat:.6f})"^^{GEOSPARQL.wktLiteral}'


def iri(link: str) -> str:
    """An IRI that is not ours, for which `values.is_iri` holds."""
    return f"<{link}>"


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of things, below the base that the user set, which ends in a slash or a number sign."""

    base: str

    def graph(self, document: str) -> str:
        """The graph of what one article says."""
        return f"<{self.base}graph/{document}>"

    @property
    def resolved(self) -> str:
        """The graph of what is decided across articles: who is who, and where places lie."""
        return f"<{self.base}graph/resolved>"

    @property
    def cooccurrence(self) -> str:
        """The graph of who is named together."""
        return f"<{self.base}graph/cooccurrence>"

    @property
    def description(self) -> str:
        """The graph that describes the whole."""
        return f"<{self.base}graph/dataset>"

    @property
    def dataset(self) -> str:
        """The whole."""
        return f"<{self.base}dataset>"

    def article(self, document: str) -> str:
        """An article."""
        return f"<{self.base}article/{document}>"

    def publisher(self, host: str) -> str:
        """Whoever publishes what is on a host."""
        return f"<{self.base}publisher/{content_id(host)}>"

    def context(self, document: str) -> str:
        """An article's text, in which offsets count code points."""
        return f"<{self.base}text/{document}>"

    def sentence(self, sentence: Span) -> str:
        """A sentence."""
        return f"<{self.base}sentence/{sentence.document}-{sentence.start}-{sentence.end}>"

    def mention(self, mention: Mention) -> str:
        """A mention."""
        return f"<{self.base}mention/{mention.document}-{mention.start}-{mention.end}>"

    def evidence(self, evidence: Evidence) -> str:
        """What one rule read in one sentence."""
        offsets = (str(offset) for offset in (evidence.start, evidence.end, evidence.trigger_start))
        return f"<{self.base}evidence/{content_id(evidence.document, *offsets, evidence.trigger, evidence.rule)}>"

    def entity(self, entity: str) -> str:
        """An entity."""
        return f"<{self.base}entity/{entity}>"

    def geometry(self, entity: Entity) -> str:
        """Where an entity lies."""
        return f"<{self.base}geometry/{entity.id}>"

    def match(self, entity: Entity, link: str) -> str:
        """An entity held to be the same as something elsewhere."""
        return f"<{self.base}match/{content_id(entity.id, link)}>"

    def merge(self, merge: Merge) -> str:
        """A merge of two names."""
        return f"<{self.base}merge/{content_id(merge.entity, merge.left, merge.right, merge.rule)}>"

    def relation(self, relation: str) -> str:
        """A relation: the event and the statement at once."""
        return f"<{self.base}relation/{relation}>"

    def membership(self, relation: str, role: str) -> str:
        """An office held."""
        return f"<{self.base}membership/{content_id(relation, role)}>"

    def role(self, role: str) -> str:
        """An office, whoever holds it."""
        return f"<{self.base}role/{content_id(role)}>"

    def date(self, date: str) -> str:
        """A day, or a range of days with a slash between the first and the last."""
        return f"<{self.base}date/{date.replace('/', '--')}>"

    def pair(self, left: str, right: str) -> str:
        """Two entities that are named together."""
        return f"<{self.base}cooccurrence/{left}-{right}>"

    def build(self, settings: str) -> str:
        """A build with some settings."""
        return f"<{self.base}build/{settings}>"

    @property
    def software(self) -> str:
        """What builds."""
        return f"<{self.base}software>"

    def part(self, kind: str) -> str:
        """All things of a class, which is given as a term."""
        return f"<{self.base}dataset/{kind[1:-1].replace('#', '/').rpartition('/')[2]}>"

    def distribution(self, file: str) -> str:
        """The whole as a file."""
        return f"<{self.base}dataset/{file}>"
