"""The Python API: a build as tables, networks, RDF and queries, in a script or a notebook."""

from graph_builder.api.comparison import Comparison
from graph_builder.api.entity import Entity
from graph_builder.api.entry_points import build, load
from graph_builder.api.knowledge_graph import KnowledgeGraph

__all__ = ["Comparison", "Entity", "KnowledgeGraph", "build", "load"]
