"""RDF read back by rdflib, with its namespaces."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib import Namespace, URIRef

from graph_builder.core.result import Result
from graph_builder.core.settings import BASE_IRI
from graph_builder.exchange import rdf as exchange
from graph_builder.exchange.rdf import SERIALISATIONS
from graph_builder.export import manifest
from graph_builder.export.rdf import terms, write_nquads, write_turtle
from graph_builder.export.rdf.formats import nquads, ntriples
from tests.support.samples import ENTITY_IDS

GB = Namespace(terms.GB.namespace)
GEO = Namespace(terms.GEO.namespace)
GEOSPARQL = Namespace(terms.GEOSPARQL.namespace)
ITSRDF = Namespace(terms.ITSRDF.namespace)
NIF = Namespace(terms.NIF.namespace)
SEM = Namespace(terms.SEM.namespace)
NAMES = terms.Names(BASE_IRI)


def graph(result: Result) -> rdflib.Graph:
    """Everything in one graph."""
    return rdflib.Graph().parse(data=b"".join(ntriples(result)), format="nt")


def dataset(result: Result) -> rdflib.Dataset:
    """Every named graph."""
    every = rdflib.Dataset()
    every.parse(data=b"".join(nquads(result)), format="nquads")
    return every


def node(term: str) -> URIRef:
    """A term of ours, an IRI, as rdflib has it."""
    assert term.startswith("<") and term.endswith(">")
    return URIRef(term[1:-1])


def entity(name: str) -> URIRef:
    """The sample's entity of that name."""
    return node(NAMES.entity(ENTITY_IDS[name]))


def serialised(result: Result, folder: Path, name: str) -> Path:
    """Return the RDF of a build in a serialisation, made from the files of the build, as `export` makes it."""
    build = folder / "build"
    build.mkdir(exist_ok=True)
    write_turtle(result, build / "graph.ttl")
    write_nquads(result, build / "graph.nq")
    manifest.write(result, build / "manifest.json")
    exchange.write(build, folder, name)
    suffix = SERIALISATIONS[name.removesuffix(".gz")][0]
    return folder / f"graph.{suffix}{'.gz' if name.endswith('.gz') else ''}"
