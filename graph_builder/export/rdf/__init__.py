"""A build as RDF: graph.ttl for reading, graph.nq with a named graph per article, the ontology and the shapes."""

from __future__ import annotations

from functools import partial

from graph_builder.export.rdf.formats import checked, write, writers
from graph_builder.export.rdf.ontology import write_ontology, write_shapes

__all__ = ["checked", "write", "write_nquads", "write_ontology", "write_shapes", "write_turtle", "writers"]

write_turtle = partial(write, name="ttl")
write_nquads = partial(write, name="nq")
