"""JSON-LD in the terms of schema.org."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import rdflib

from graph_builder.exchange import export
from graph_builder.exchange.statements import one_line
from graph_builder.export import write_all
from tests.conftest import Rows
from tests.exchange.conftest import Exported
from tests.support.hostile import NAMES
from tests.support.samples import result_of, sample_knowledge

SCHEMA = rdflib.Namespace("https://schema.org/")
RDF = rdflib.RDF


def test_schemaorg_is_read_alike_by_two_parsers(exported: Exported) -> None:
    path = exported("schemaorg") / "schemaorg.jsonld"
    graph = rdflib.Graph().parse(path, format="json-ld")
    assert len(graph) == len({str(quad.triple) for quad in pyoxigraph.parse(path=path)})
    assert {str(predicate) for predicate in graph.predicates()} - {str(RDF.type)} == {
        str(SCHEMA[name])
        for name in (
            *("about", "address", "addressCountry", "alternateName", "appearance", "author", "citation"),
            *("contentLocation", "datePublished", "geo", "headline", "identifier", "inLanguage", "isPartOf"),
            *("latitude", "longitude", "mentions", "name", "sameAs", "temporalCoverage", "text"),
        )
    }


def test_schemaorg_has_the_iris_of_the_rdf(exported: Exported, seeds_output: Path) -> None:
    graph = rdflib.Graph().parse(exported("schemaorg") / "schemaorg.jsonld", format="json-ld")
    known = {
        quad.subject.value
        for quad in pyoxigraph.parse(path=seeds_output / "graph.ttl")
        if isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    for kind in ("NewsArticle", "Person", "Organization", "Place", "Claim", "Quotation"):
        named = {str(subject) for subject in graph.subjects(RDF.type, SCHEMA[kind])}
        assert named and named <= known, kind


def test_schemaorg_claims_quote_their_articles(exported: Exported, rows: Rows) -> None:
    graph = rdflib.Graph().parse(exported("schemaorg") / "schemaorg.jsonld", format="json-ld")
    claims = set(graph.subjects(RDF.type, SCHEMA.Claim))
    assert len(claims) == len(rows("relations.jsonl"))
    for claim in claims:
        articles = {graph.value(quote, SCHEMA.isPartOf) for quote in graph.objects(claim, SCHEMA.citation)}
        assert articles == set(graph.objects(claim, SCHEMA.appearance))
    names = {str(name) for claim in claims for name in graph.objects(claim, SCHEMA.name)}
    assert "Bashar al-Assad speaks about Syria" in names


def test_schemaorg_articles_on_the_web_have_publishers(tmp_path: Path) -> None:
    sample = sample_knowledge()
    first, *others = sample.documents
    changed = replace(first, source="https://news.example/a?b=1")
    write_all(result_of(replace(sample, documents=(changed, *others))), tmp_path / "build")
    export(tmp_path / "build", "schemaorg", tmp_path / "out")
    graph = rdflib.Graph().parse(tmp_path / "out" / "schemaorg.jsonld", format="json-ld")
    [(article, publisher)] = graph.subject_objects(SCHEMA.publisher)
    assert graph.value(article, SCHEMA.url) == rdflib.URIRef(changed.source)
    assert str(graph.value(publisher, SCHEMA.name)) == "news.example"


def test_schemaorg_keeps_hostile_names(hostile: Path, tmp_path: Path) -> None:
    export(hostile, "schemaorg", tmp_path)
    graph = rdflib.Graph().parse(tmp_path / "schemaorg.jsonld", format="json-ld")
    assert {str(name) for name in graph.objects(None, SCHEMA.name)} >= set(map(one_line, NAMES))
    assert not list(graph.objects(None, SCHEMA.sameAs))
