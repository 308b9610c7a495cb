"""The networks of a knowledge graph, for networkx."""

from __future__ import annotations

from typing import Literal, get_args

import networkx as nx

from graph_builder.core.choices import Words, chosen
from graph_builder.core.settings import Window
from graph_builder.core.values import Knowledge
from graph_builder.graphs import cooccurrence_graph, relation_graph
from graph_builder.lexicon import predicates

Measure = Literal["count", "npmi", "g2"]


class Networks:
    """The networks of a knowledge graph, over the ids of entities. Each call makes a new one."""

    knowledge: Knowledge

    def cooccurrence(self, window: Window = "sentence", measure: Measure = "count") -> nx.Graph[str]:
        """Return the co-occurrence of entities within a window of text, as an undirected graph over their ids.

        Nodes have `name, name_latin, kind, mentions, documents`, edges `count, documents, npmi, g2`, and as `weight`
        the one that `measure` names. `graph_builder.graphs.cooccurrence` defines the measures.

        Examples:
            >>> graph = kg.cooccurrence("article", "npmi")
            >>> sorted(graph.edges[kg["الأسد"].id, kg["سوريا"].id])
            ['count', 'documents', 'g2', 'npmi', 'weight']

        Raises:
            ChoiceError: The window or the measure is unknown.
        """
        chosen("window", window, get_args(Window))
        chosen("measure", measure, get_args(Measure))
        graph = cooccurrence_graph(self.knowledge, window)
        nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, measure), "weight")
        return graph

    def relation_graph(self, min_confidence: float = 0.0, predicate: Words = None) -> nx.MultiDiGraph[str]:
        """Return the relations as a directed multigraph over the ids of entities, its edges keyed by predicate.

        An edge combines all affirmed relations with one subject, predicate and object. `graph_builder.graphs.relations`
        documents its attributes; `weight` is its `count`, the number of sentences that state it.

        Examples:
            >>> graph = kg.relation_graph(predicate="holds_position")
            >>> graph.has_edge(kg["الأسد"].id, kg["سوريا"].id, "holds_position")
            True

        Raises:
            ChoiceError: A predicate is unknown.
        """
        wanted = chosen("predicate", predicate, predicates())
        graph = relation_graph(self.knowledge, min_confidence)
        if wanted is not None:
            graph.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[2] not in wanted])
        nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, "count"), "weight")
        return graph
