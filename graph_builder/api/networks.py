"""The networks of a knowledge graph, for networkx and igraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import networkx as nx

from graph_builder.core.choices import Words, chosen, confidence
from graph_builder.core.extras import require
from graph_builder.core.settings import Window
from graph_builder.core.values import Knowledge
from graph_builder.graphs import cooccurrence_graph, relation_graph
from graph_builder.lexicon import predicates

if TYPE_CHECKING:
    import igraph

Measure = Literal["count", "npmi", "g2"]


class Networks:
    """The networks of a knowledge graph. Each call makes new ones, which can be changed freely."""

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
            ChoiceError: A predicate is unknown, or the confidence is not from 0 to 1.
        """
        wanted = chosen("predicate", predicate, predicates())
        graph = relation_graph(self.knowledge, confidence(min_confidence))
        if wanted is not None:
            graph.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[2] not in wanted])
        nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, "count"), "weight")
        return graph

    def to_igraph(self, window: Window = "sentence", measure: Measure = "count") -> dict[str, igraph.Graph]:
        """Return both networks for igraph, as `relations` (directed) and `cooccurrence`.

        Vertices and edges have the attributes that `relation_graph` and `cooccurrence` document; the vertex attribute
        `id` is the id of the entity, and the edge attribute `predicate` of `relations` the predicate.

        Examples:
            >>> graph = kg.to_igraph()["cooccurrence"]
            >>> graph.vs.find(id=kg["الأسد"].id)["name"]
            'بشار الأسد'

        Args:
            window: The window of co-occurrence: sentence, paragraph or article.
            measure: The measure that is the `weight` of co-occurrence: count, npmi or g2.

        Raises:
            ChoiceError: The window or the measure is unknown.
            MissingPackageError: igraph is not installed.
        """
        require("igraph", "make its graphs")
        return {
            "relations": _igraph(self.relation_graph()),
            "cooccurrence": _igraph(self.cooccurrence(window, measure)),
        }


def _igraph(graph: nx.Graph[str]) -> igraph.Graph:
    import igraph

    made = igraph.Graph.from_networkx(graph)
    made.vs["id"] = list(graph)
    if isinstance(graph, nx.MultiDiGraph):
        made.es["predicate"] = [predicate for *_, predicate in graph.edges(keys=True)]
    for attributes in (made.vs, made.es):
        for name in attributes.attributes():
            if name.startswith("_nx_"):
                del attributes[name]
    return made
