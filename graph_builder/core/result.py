"""What exporters are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import InputSummary, Knowledge, Problem


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
    reading: InputSummary = field(default_factory=InputSummary)
