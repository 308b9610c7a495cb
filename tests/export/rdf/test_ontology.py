"""The ontology and the SHACL shapes."""

from __future__ import annotations

import owlrl
import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS

from graph_builder.export import rdf
from graph_builder.lexicon import predicates
from tests.export.rdf.reading import GB, graph
from tests.support.samples import sample_result

ERRORS = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")  # where owlrl says so


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    path = tmp_path_factory.mktemp("rdf") / "ontology.ttl"
    rdf.write_ontology(sample_result(), path)
    return rdflib.Graph().parse(path)


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    path = tmp_path_factory.mktemp("rdf") / "shapes.ttl"
    rdf.write_shapes(sample_result(), path)
    return rdflib.Graph().parse(path)


def test_ontology_defines_every_predicate_and_term(ontology: rdflib.Graph) -> None:
    named = {str(it).removeprefix(GB) for it in ontology.subjects(RDFS.subPropertyOf, GB.related)}
    assert named == set(predicates())
    symmetric = {str(it).removeprefix(GB) for it in ontology.subjects(RDF.type, OWL.SymmetricProperty)}
    assert symmetric == {name for name, predicate in predicates().items() if predicate.symmetric}
    used = {term for triple in graph(sample_result()) for term in triple if str(term).startswith(GB)}
    used.remove(rdflib.URIRef(GB))  # the vocabulary, which the description names
    assert used <= set(ontology.subjects())
    for term in used:
        labels = [label for label in ontology.objects(term, RDFS.label) if isinstance(label, rdflib.Literal)]
        assert {label.language for label in labels} == {"ar", "en"}


def test_ontology_predicates_are_concepts_matched_to_plover_and_cameo(ontology: rdflib.Graph) -> None:
    assert {str(it).removeprefix(GB) for it in ontology.subjects(SKOS.inScheme, GB.predicates)} == set(predicates())
    assert set(ontology.objects(GB.threaten, SKOS.exactMatch)) == {GB["plover-THREATEN"], GB["cameo-13"]}
    assert set(ontology.objects(GB.assault, SKOS.narrowMatch)) == {GB[f"cameo-{code}"] for code in (18, 19, 20)}
    assert ontology.value(GB.consult, SKOS.broader) == GB.event
    assert ontology.value(GB.located_in, SKOS.broader) == GB.tie
    for match in (SKOS.exactMatch, SKOS.narrowMatch):
        assert {*ontology.objects(None, match)} <= {*ontology.subjects(RDF.type, SKOS.Concept)}


def test_shapes_name_written_properties_and_classes(shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
    own = {term for term in shapes.objects(None, SH.targetClass) if str(term).startswith(GB)}
    assert own <= set(ontology.subjects(RDF.type, OWL.Class))
    paths = {path for path in shapes.objects(None, SH.path) if str(path).startswith(GB)}
    assert paths <= set(ontology.subjects())


def test_shapes_accept_a_build_and_refuse_a_damaged_one(shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
    whole = graph(sample_result())
    assert pyshacl.validate(whole, shacl_graph=shapes, ont_graph=ontology)[0]
    relation = next(iter(whole.subjects(RDF.type, GB.Relation)))
    whole.set((relation, GB.confidence, rdflib.Literal("high")))
    conforms, _, report = pyshacl.validate(whole, shacl_graph=shapes, ont_graph=ontology)
    assert not conforms and "Constraint Violation" in str(report)


def test_ontology_reasoner_draws_no_false_conclusion(ontology: rdflib.Graph) -> None:
    whole = _reasoned(graph(sample_result()) + ontology)
    assert not _contradictions(whole)
    denied = next(iter(whole.subjects(GB.polarity, GB.negated)))
    subject, obj = whole.value(denied, GB.subject), whole.value(denied, GB.object)
    assert (subject, GB.related, obj) not in whole
    met = next(iter(whole.subjects(GB.predicate, GB.consult)))
    subject, obj = whole.value(met, GB.subject), whole.value(met, GB.object)
    assert (obj, GB.consult, subject) in whole and (obj, GB.related, subject) in whole


def test_ontology_reasoner_finds_contradictions(ontology: rdflib.Graph) -> None:
    whole = graph(sample_result()) + ontology
    whole.add((next(iter(whole.subjects(RDF.type, GB.Relation))), RDF.type, GB.Evidence))
    assert _contradictions(_reasoned(whole))


def _reasoned(whole: rdflib.Graph) -> rdflib.Graph:
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    return whole


def _contradictions(whole: rdflib.Graph) -> set[rdflib.term.Node]:
    """What owlrl names as an error, and what is of no class that could be."""
    return {*whole.subjects(RDF.type, ERRORS.ErrorMessage), *whole.subjects(RDF.type, OWL.Nothing)}
