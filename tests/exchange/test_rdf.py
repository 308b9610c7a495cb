"""RDF serialisations of a build: equal in every format, deterministic, and refused where impossible."""

from __future__ import annotations

import gzip
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat

from graph_builder.core.errors import ChoiceError, DamagedBuildError, SettingsError
from graph_builder.core.result import Result
from graph_builder.core.settings import BASE_IRI, RdfOptions
from graph_builder.core.values import Document, content_id
from graph_builder.exchange import export
from graph_builder.exchange.rdf import SERIALISATIONS
from graph_builder.export import rdf
from tests.export.rdf.reading import GB, serialised
from tests.support.samples import sample_result


def _with_strange_text(result: Result) -> Result:
    text = 'a "quoted" \\ back\tslash\r\nline\rtoo \u2028 \u200f\ud800 \x01 \x7f \uffff 😀 <b>&amp;'
    strange = Document(content_id(text), "strange <file>.txt", text, text)
    return replace(result, knowledge=replace(result.knowledge, documents=(*result.knowledge.documents, strange)))


SAMPLES = {"sample": sample_result(), "strange": _with_strange_text(sample_result())}
QUADS = ("nq", "trig", "jsonld")
TRIPLES = ("nt", "ttl", "rdfxml")


def _parsed(path: Path, name: str) -> set[str]:
    return {str(quad) for quad in pyoxigraph.parse(path=path, format=SERIALISATIONS[name][1])}


@pytest.mark.parametrize("result", SAMPLES.values(), ids=SAMPLES.keys())
@pytest.mark.parametrize("formats", [QUADS, TRIPLES], ids=["quads", "triples"])
def test_rdf_serialisations_are_equal(result: Result, formats: tuple[str, ...], tmp_path: Path) -> None:
    first, *others = (_parsed(serialised(result, tmp_path, name), name) for name in formats)
    assert len(first) > 300
    for other in others:
        assert other == first


@pytest.mark.parametrize("result", SAMPLES.values(), ids=SAMPLES.keys())
@pytest.mark.parametrize(("name", "theirs"), [("nt", "nt"), ("ttl", "turtle"), ("rdfxml", "xml")])
def test_rdf_serialisations_equal_in_rdflib(result: Result, name: str, theirs: str, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(serialised(result, tmp_path, name), format=theirs)
    plain = rdflib.Graph().parse(serialised(result, tmp_path, "nt"), format="nt")
    assert set(graph) == set(plain)
    assert len(graph) == len(_parsed(tmp_path / "graph.nt", "nt"))


@pytest.mark.parametrize("result", SAMPLES.values(), ids=SAMPLES.keys())
def test_rdf_lines_are_unique(result: Result, tmp_path: Path) -> None:
    for name in ("nt", "nq"):
        lines = serialised(result, tmp_path, name).read_bytes().split(b"\n")[:-1]
        assert len(lines) == len(set(lines)) == len(_parsed(tmp_path / f"graph.{name}", name))


@pytest.mark.parametrize("result", SAMPLES.values(), ids=SAMPLES.keys())
def test_rdf_named_graphs_partition_the_statements(result: Result, tmp_path: Path) -> None:
    """But for digests, and for the number of triples, which is each file's own."""
    once = {str(quad.triple) for quad in pyoxigraph.parse(path=serialised(result, tmp_path, "ttl"))}
    graphs = {str(quad.triple) for quad in pyoxigraph.parse(path=serialised(result, tmp_path, "nq"))}
    differing = once ^ graphs
    assert differing and all(f"<{GB.digest}>" in triple or "void#triples" in triple for triple in differing)
    assert not any(
        isinstance(quad.graph_name, pyoxigraph.DefaultGraph) for quad in pyoxigraph.parse(path=tmp_path / "graph.nq")
    )


@pytest.mark.parametrize("result", SAMPLES.values(), ids=SAMPLES.keys())
def test_rdf_has_no_blank_nodes_and_ascii_iris(result: Result, tmp_path: Path) -> None:
    for quad in pyoxigraph.parse(path=serialised(result, tmp_path, "nq")):
        terms = (*quad.triple, quad.graph_name)
        assert not any(isinstance(term, pyoxigraph.BlankNode) for term in terms)
        assert all(term.value.isascii() for term in terms if isinstance(term, pyoxigraph.NamedNode))


@pytest.mark.parametrize("name", SERIALISATIONS)
def test_rdf_gzip_by_suffix_is_deterministic(name: str, tmp_path: Path) -> None:
    plain = serialised(SAMPLES["strange"], tmp_path, name).read_bytes()
    packed = serialised(SAMPLES["strange"], tmp_path, f"{name}.gz").read_bytes()
    assert gzip.decompress(packed) == plain
    assert serialised(SAMPLES["strange"], tmp_path, f"{name}.gz").read_bytes() == packed


def test_rdf_base_iri(tmp_path: Path) -> None:
    options = rdf.checked(RdfOptions(base="https://example.org/news"))
    assert options.base == "https://example.org/news/"
    path = serialised(replace(sample_result(), rdf=options), tmp_path, "nq")
    text = path.read_text(encoding="utf-8")
    assert BASE_IRI not in text.replace(GB, ""), "only the terms of the ontology keep their home"
    assert "<https://example.org/news/graph/resolved>" in text


@pytest.mark.parametrize(
    "base", ["", "news", "https://example.org/a b/", "https://x/<y>/", "https://x/ö/", "https://x/#/"]
)
def test_rdf_invalid_base_iri_is_refused(base: str) -> None:
    with pytest.raises(SettingsError, match="cannot be the base of IRIs; give an absolute IRI"):
        rdf.checked(RdfOptions(base=base))


def test_rdf_invalid_options_are_refused_before_writing() -> None:
    with pytest.raises(SettingsError, match="The licence 'CC BY' is not an IRI"):
        rdf.checked(RdfOptions(licence="CC BY"))


@pytest.mark.parametrize("name", ["nt", "nq", "ttl", "trig"])
def test_rdf_12_ties_each_relation_to_its_triple(name: str, tmp_path: Path) -> None:
    result = replace(sample_result(), rdf=RdfOptions(reified=True))
    reifies = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
    tied: dict[str, pyoxigraph.Triple] = {}
    for quad in pyoxigraph.parse(path=serialised(result, tmp_path, name), format=SERIALISATIONS[name][1]):
        if quad.predicate == reifies:
            assert isinstance(quad.object, pyoxigraph.Triple)
            tied[str(quad.subject)] = quad.object
    expected = {
        f"<{BASE_IRI}relation/{r.id}>": (f"entity/{r.subject}", GB[r.predicate], f"entity/{r.object}")
        for r in result.knowledge.relations
    }
    assert tied.keys() == expected.keys()
    for relation, (subject, predicate, obj) in expected.items():
        assert str(tied[relation]) == f"<{BASE_IRI}{subject}> <{predicate}> <{BASE_IRI}{obj}>"


@pytest.mark.parametrize("name", ["jsonld", "rdfxml.gz"])
def test_rdf_12_triple_terms_are_refused_where_impossible(name: str, tmp_path: Path) -> None:
    result = replace(sample_result(), rdf=RdfOptions(reified=True), settings={"rdf": f"{BASE_IRI} reified"})
    with pytest.raises(ChoiceError, match=r"cannot hold the triple terms of RDF 1.2"):
        serialised(result, tmp_path, name)


def test_rdf_export_writes_beside_the_build(seeds_output: Path, tmp_path: Path) -> None:
    assert export(seeds_output, "nq.gz", tmp_path) == [tmp_path / "graph.nq.gz"]
    assert gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()) == (seeds_output / "graph.nq").read_bytes()
    assert export(seeds_output, "rdfxml", tmp_path) == [tmp_path / "graph.rdf"]
    assert RdfFormat.from_extension("rdf") == SERIALISATIONS["rdfxml"][1]


def test_rdf_export_unknown_format_or_damaged_rdf_is_refused(seeds_output: Path, tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="There is no format 'csv'"):
        export(seeds_output, "csv", tmp_path)
    build = tmp_path / "build"
    shutil.copytree(seeds_output, build)
    (build / "graph.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"graph\.ttl cannot be read as RDF"):
        export(build, "nt", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == ["build"]
