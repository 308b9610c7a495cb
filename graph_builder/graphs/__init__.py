"""Build networkx graphs of co-occurrence and of relations, with measures and a layout."""

from graph_builder.graphs.cooccurrence import cooccurrence_graph
from graph_builder.graphs.layout import with_layout
from graph_builder.graphs.measures import with_measures
from graph_builder.graphs.relations import relation_graph

__all__ = ["cooccurrence_graph", "relation_graph", "with_layout", "with_measures"]
