"""A build as RDF: graph.ttl for reading, graph.nq with a named graph an article, and what they mean."""

from __future__ import annotations

from pathlib import Path

import rdflib

from graph_builder.export.rdf import terms
from graph_builder.export.rdf.statements import statements
from graph_builder.export.rdf.terms import PREFIXES
from graph_builder.export.result import Result
from graph_builder.lexicon import predicates

_HERE = Path(__file__).parent


def write_turtle(result: Result, path: Path) -> None:
    """Write every statement once, whatever graph it is in, as Turtle.

    Raises OSError.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple, _ in statements(result.knowledge):
        graph.add(triple)
    path.write_bytes(graph.serialize(format="turtle", encoding="utf-8"))


def write_nquads(result: Result, path: Path) -> None:
    """Write every statement in its graph as N-Quads, sorted.

    Raises OSError.
    """
    dataset = rdflib.Dataset()
    graphs: dict[rdflib.URIRef, rdflib.Graph] = {}
    for triple, name in statements(result.knowledge):
        if name not in graphs:
            graphs[name] = dataset.graph(name)
        dataset.add((*triple, graphs[name]))
    lines = dataset.serialize(format="nquads", encoding="utf-8").split(b"\n")
    path.write_bytes(b"".join(line + b"\n" for line in sorted(lines) if line))


def write_ontology(_: Result, path: Path) -> None:
    """Write the classes and properties of our own, which are the same for every build.

    Raises OSError.
    """
    labels = (
        f"\ngb:{name} rdfs:label {terms.english(predicate.english).n3()} , {terms.arabic(predicate.arabic).n3()} ."
        for name, predicate in predicates().items()
    )
    path.write_bytes((_HERE / "ontology.ttl").read_bytes() + ("".join(labels) + "\n").encode("utf-8"))


def write_shapes(_: Result, path: Path) -> None:
    """Write the SHACL shapes to which every graph.ttl conforms.

    Raises OSError.
    """
    path.write_bytes((_HERE / "shapes.ttl").read_bytes())
