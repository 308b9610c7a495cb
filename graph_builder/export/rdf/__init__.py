"""A build as RDF: Turtle, N-Quads with a named graph per article, the ontology and the shapes."""

from graph_builder.export.rdf.formats import checked, write_nquads, write_turtle
from graph_builder.export.rdf.ontology import write_ontology, write_shapes

__all__ = ["checked", "write_nquads", "write_ontology", "write_shapes", "write_turtle"]
