"""What exporters are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from graph_builder.values import Knowledge, Problem, Reading

BASE_IRI = "https://graph-builder.example/"


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """How RDF is written.

    base
        The absolute IRI below which all that a build knows has its name.
    formats
        What is written beside graph.ttl and graph.nq: `ttl`, `nt`, `nq`, `trig`, `jsonld` or `rdfxml`, with `.gz`
        behind it to be compressed.
    reified
        Whether each relation is tied to the triple that it is about as RDF 1.2 does it, which older stores refuse.
    cooccurrence
        Whether it holds who is named together.
    licence
        The IRI of the licence under which the graphs are passed on, or nothing.
    """

    base: str = BASE_IRI
    formats: tuple[str, ...] = ()
    reified: bool = False
    cooccurrence: bool = False
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A finished build: what was found, the two graphs made from it, and how it came about.

    cooccurrence
        An undirected graph over entity ids, weighted by `count`.
    relations
        A directed multigraph over entity ids, keyed by predicate.
    settings
        What the user chose, and versions: what the manifest states.
    rdf
        How RDF is written.
    reading
        How many articles were read, and what was found in reading them.
    """

    knowledge: Knowledge
    cooccurrence: nx.Graph[str]
    relations: nx.MultiDiGraph[str]
    problems: tuple[Problem, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    rdf: RdfOptions = field(default_factory=RdfOptions)
    reading: Reading = field(default_factory=Reading)
