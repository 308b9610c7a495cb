from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH

from graph_builder.export import rdf
from graph_builder.export.rdf.terms import GB
from graph_builder.export.result import Result
from graph_builder.lexicon import predicates
from graph_builder.values import Document, content_id
from tests.samples import sample_result


def _with_strange_text(result: Result) -> Result:
    text = 'a "quoted" \\ back\tslash\r\nline \u2028 \u200f\ud800 \x01 😀'
    strange = Document(content_id(text), "strange <file>.txt", text, text)
    return replace(result, knowledge=replace(result.knowledge, documents=(*result.knowledge.documents, strange)))


@pytest.fixture(params=[sample_result, lambda: _with_strange_text(sample_result())], ids=["sample", "strange"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    result = request.param()
    rdf.write_turtle(result, tmp_path / "graph.ttl")
    rdf.write_nquads(result, tmp_path / "graph.nq")
    return tmp_path


def test_two_parsers_find_the_same_triples(folder: Path) -> None:
    graph = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    store = list(pyoxigraph.parse(path=folder / "graph.ttl", format=pyoxigraph.RdfFormat.TURTLE))
    assert len(graph) == len(store) == len({str(quad.triple) for quad in store}) > 300


def test_two_parsers_find_the_same_quads(folder: Path) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(folder / "graph.nq", format="nquads")
    store = list(pyoxigraph.parse(path=folder / "graph.nq", format=pyoxigraph.RdfFormat.N_QUADS))
    lines = (folder / "graph.nq").read_bytes().split(b"\n")[:-1]
    assert len(set(dataset.quads())) == len(store) == len(lines)
    assert lines == sorted(lines)


def test_the_quads_are_the_triples_in_their_graphs(folder: Path) -> None:
    triples = set(rdflib.Graph().parse(folder / "graph.ttl", format="turtle"))
    dataset = rdflib.Dataset()
    dataset.parse(folder / "graph.nq", format="nquads")
    assert {quad[:3] for quad in dataset.quads()} == triples
    assert all(quad[3] is not None for quad in dataset.quads()), "nothing is in the default graph"


def test_there_are_no_blank_nodes_and_iris_are_ascii(folder: Path) -> None:
    for triple in rdflib.Graph().parse(folder / "graph.ttl", format="turtle"):
        assert not any(isinstance(term, rdflib.BNode) for term in triple)
        assert all(str(term).isascii() for term in triple if isinstance(term, rdflib.URIRef))


def test_the_ontology_defines_every_predicate_and_every_term_used(tmp_path: Path) -> None:
    result = sample_result()
    rdf.write_ontology(result, tmp_path / "ontology.ttl")
    rdf.write_turtle(result, tmp_path / "graph.ttl")
    ontology = rdflib.Graph().parse(tmp_path / "ontology.ttl")
    assert {str(p).removeprefix(str(GB)) for p in ontology.subjects(RDFS.subPropertyOf, GB.related)} == set(
        predicates()
    )
    symmetric = {str(p).removeprefix(str(GB)) for p in ontology.subjects(RDF.type, OWL.SymmetricProperty)}
    assert symmetric == {name for name, predicate in predicates().items() if predicate.symmetric}
    used = {
        term
        for triple in rdflib.Graph().parse(tmp_path / "graph.ttl")
        for term in triple
        if str(term).startswith(str(GB))
    }
    assert used <= set(ontology.subjects())
    for term in used:
        labels = [label for label in ontology.objects(term, RDFS.label) if isinstance(label, rdflib.Literal)]
        assert {label.language for label in labels} == {"ar", "en"}


def test_the_shapes_name_properties_and_classes_that_are_written(tmp_path: Path) -> None:
    rdf.write_shapes(sample_result(), tmp_path / "shapes.ttl")
    rdf.write_turtle(sample_result(), tmp_path / "graph.ttl")
    shapes = rdflib.Graph().parse(tmp_path / "shapes.ttl")
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert set(shapes.objects(None, SH.targetClass)) <= set(graph.objects(None, RDF.type))
    assert set(shapes.objects(None, SH.path)) <= set(graph.predicates())
