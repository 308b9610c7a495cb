"""Result of a build, the input of all exporters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import InputSummary, Knowledge, Problem


@dataclass(frozen=True, slots=True)
class Result:
    """A finished build: the knowledge found, its two graphs, and how it was made.

    Attributes:
        knowledge: Documents, entities and relations.
        cooccurrence: Undirected graph over entity ids, weighted by `count`.
        relations: Directed multigraph over entity ids, keyed by predicate.
        problems: Problems with inputs, articles and decisions.
        settings: Settings and versions, as recorded in the manifest.
        rdf: Options for RDF.
        reading: Summary of the input.
    """

    knowledge: Knowledge
    cooccurrence: nx.Graph[str]
    relations: nx.MultiDiGraph[str]
    problems: tuple[Problem, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    rdf: RdfOptions = field(default_factory=RdfOptions)
    reading: InputSummary = field(default_factory=InputSummary)
