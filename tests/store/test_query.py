"""query: SPARQL over a build, named queries and forms of answers."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph
import pytest

from graph_builder.core.errors import DamagedBuildError, QueryError
from graph_builder.export import write_all
from graph_builder.store.named_queries import named_queries, named_query
from graph_builder.store.picture import picture
from graph_builder.store.query import Answer, bind_variables, check, run_query
from graph_builder.store.renderers import as_csv, as_json, as_table
from tests.conftest import Rows
from tests.support.command import contents, graph_builder
from tests.support.samples import HOSTILE, contradicting_knowledge, result_of, sample_result


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    write_all(sample_result(), folder)
    return folder


def texts(answer: Answer) -> list[tuple[str, ...]]:
    return [tuple(getattr(term, "value", "") for term in row) for row in answer.rows]


def test_query_two_articles_one_relation(sample: Path) -> None:
    answer = run_query(
        sample, "SELECT ?r WHERE { ?r a gb:Relation ; gb:predicate gb:consult ; gb:polarity gb:affirmed }"
    )
    assert len(answer.rows) == 1
    graphs = run_query(sample, "SELECT ?g WHERE { GRAPH ?g { ?r a gb:Relation ; gb:predicate gb:consult } }")
    assert len(graphs.rows) == 2


def test_query_finds_every_relation(seeds_output: Path, rows: Rows) -> None:
    answer = run_query(seeds_output, "SELECT (COUNT(*) AS ?n) WHERE { ?r a gb:Relation }")
    assert texts(answer) == [(str(len(rows("relations.jsonl"))),)]


def test_query_ask_and_construct(sample: Path) -> None:
    assert texts(run_query(sample, "ASK { ?a gb:consult ?b }")) == [("true",)]
    graph = run_query(sample, "CONSTRUCT { ?a gb:consult ?b } WHERE { ?a gb:consult ?b }")
    assert graph.is_graph and len(graph.rows) == 1


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "would change data (INSERT)"),
        ("# SELECT\nPREFIX a: <a:> delete where { ?s ?p ?o }", "would change data (DELETE)"),
        ("LOAD <http://example.org/>", "would change data (LOAD)"),
        ("DROP ALL", "would change data (DROP)"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "calls another server (SERVICE)"),
        ("SELECT * { ?a ?b 'SERVICE' . service\n silent ?x { ?s ?p ?o } }", "calls another server (SERVICE)"),
        ("SELECT * { ?s ?p '\\'' . SERVICE <a:b> {} }", "calls another server (SERVICE)"),
    ],
)
def test_query_refuses_updates_and_services(query: str, reason: str) -> None:
    with pytest.raises(QueryError) as error:
        check(query)
    assert reason in str(error.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?insert WHERE { ?service a gb:Relation . ?service gb:object ?insert }",
        "SELECT * { ?s ?p 'SERVICE <x>' } # SERVICE",
        'PREFIX service: <a:service/> SELECT * { ?s service:insert """DELETE " SERVICE""" }',
        "SELECT * { ?s <a:SERVICE> ?o . FILTER (?s<?o && ?o>?s) }",
    ],
)
def test_query_parameters_are_escaped(query: str, sample: Path) -> None:
    run_query(sample, query)


def test_query_malformed_is_refused(sample: Path) -> None:
    with pytest.raises(QueryError, match=r"^SPARQL syntax error \(error at 1:\d+: .*\); correct the query there\.$"):
        run_query(sample, "SELEC ?x")


def test_query_times_out(sample: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a > ?l) }"
    with pytest.raises(QueryError, match="was stopped after 1 seconds; narrow it"):
        run_query(sample, endless, timeout=1)


def test_query_without_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedBuildError, match=r"graph\.ttl is missing; name the folder of a build"):
        run_query(tmp_path, "ASK {}")


def test_query_damaged_rdf_is_refused(sample: Path, tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.nq", "ontology.ttl"):
        (tmp_path / name).write_bytes((sample / name).read_bytes())
    (tmp_path / "graph.nq").write_text("<a:b> <a:b>\n", encoding="utf-8")
    with pytest.raises(DamagedBuildError, match=r"cannot be queried \(.*\); build into it again"):
        run_query(tmp_path, "ASK {}")


def test_named_queries_are_ten() -> None:
    every = named_queries()
    assert len(every) == 10
    for query in every:
        assert query.asks.endswith(".") and query.narrows
        for variable in query.narrows:
            assert f"?{variable}" in query.sparql
    with pytest.raises(QueryError, match="There is no query 'nothing'; choose one of: conflicts, contradictions"):
        named_query("nothing")


@pytest.mark.slow
def test_named_queries_find_what_the_sample_states(sample: Path) -> None:
    found = {query.name: texts(run_query(sample, query.sparql)) for query in named_queries()}
    assert [row[:4] for row in found["meetings"]] == [("ليلى المنصوري", "سامي الحداد", "حلب", "2021-03-03")] * 2
    assert (HOSTILE, "speaks_about", "حلب") in [row[:3] for row in found["evidence"]]
    assert len(found["evidence"]) == 9
    assert ("شركة الجسر", "ليلى المنصوري") in [row[:2] for row in found["said"]]
    assert [row[:2] for row in found["places"]] == [("حلب", "SY")]
    assert ("ليلى المنصوري", "present_in", "حلب", "located_in", "سوريا") in found["paths"]
    assert found["timeline"][0][:3] == ("حلب", "2021-03-01", "2021-03-02")
    assert found["speakers"] == [(HOSTILE, "1", "1")]


def test_named_queries_find_contradictions_and_conflicts(tmp_path: Path) -> None:
    write_all(result_of(contradicting_knowledge()), tmp_path)
    [contradiction] = texts(run_query(tmp_path, named_query("contradictions").sparql))
    assert contradiction[:4] == ("شركة الجسر", "accuse", "accuse", "ليلى المنصوري")
    [conflict] = texts(run_query(tmp_path, named_query("conflicts").sparql))
    assert conflict == ("شركة الجسر", "accuse", "ليلى المنصوري", "1", "1")


def test_named_query_offices_of_the_seeds(seeds_output: Path) -> None:
    offices = texts(run_query(seeds_output, named_query("offices").sparql))
    assert ("سوريا", "الرئيس السوري", "بشار الأسد") in offices
    narrow = texts(run_query(seeds_output, bind_variables(named_query("offices").sparql, {"of": "سوريا"})))
    assert narrow == [row for row in offices if row[0] == "سوريا"] != []


def test_named_query_parameter_is_a_literal(sample: Path) -> None:
    sparql = named_query("evidence").sparql
    assert len(run_query(sample, bind_variables(sparql, {"who": HOSTILE})).rows) == 1
    assert run_query(sample, bind_variables(sparql, {"who": '" } UNION { ?a ?b ?c } #'})).rows == ()
    with pytest.raises(
        QueryError, match="The query has no variable 'person'; choose one of: article, confidence, context"
    ):
        bind_variables(sparql, {"person": "x"})


def test_query_answer_as_csv_json_and_table(sample: Path) -> None:
    answer = run_query(
        sample, 'SELECT ?it ?name ?none WHERE { ?it skos:prefLabel ?name FILTER (strstarts(?name, "=")) }'
    )
    [row] = csv.DictReader(io.StringIO(as_csv(answer)))
    assert row["name"] == f"'{HOSTILE}" and row["none"] == "", "no spreadsheet runs it"
    read = pyoxigraph.parse_query_results(as_json(answer).encode(), format=pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    [solution] = read
    assert solution["name"] == pyoxigraph.Literal(HOSTILE, language="ar")
    assert "1 row " in as_table(answer) and "<script>" in as_table(answer)


def test_query_table_escapes_terminal_sequences() -> None:
    answer = Answer(("x",), ((pyoxigraph.Literal("a\x1b[31m\u202eb"),),))
    assert "\x1b" not in as_table(answer) and "\u202e" not in as_table(answer)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_query_picture_escapes_names(sample: Path) -> None:
    query = "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b . ?p skos:inScheme gb:predicates } # <script>"
    page = picture(sample, run_query(sample, query), query)
    read = _Tags()
    read.feed(page)
    assert "script" not in read.tags
    assert {"ليلى المنصوري", HOSTILE, query} <= set(read.texts)
    assert read.tags.count("circle") == 6 and read.tags.count("line") == 5


def test_query_picture_of_a_large_graph_is_refused(sample: Path) -> None:
    with pytest.raises(QueryError, match="Only a graph can be drawn; use CONSTRUCT or DESCRIBE"):
        picture(sample, run_query(sample, "ASK {}"), "")
    with pytest.raises(QueryError, match="found nothing to draw"):
        picture(sample, run_query(sample, "CONSTRUCT { ?a ?b ?c } WHERE { ?a gb:nothing ?c . ?a ?b ?c }"), "")
    hub, tie = pyoxigraph.NamedNode("a:0"), pyoxigraph.NamedNode("a:p")
    triples = tuple((pyoxigraph.NamedNode(f"a:{number}"), tie, hub) for number in range(600))
    with pytest.raises(QueryError, match="found 600 nodes, and at most 500 can be drawn"):
        picture(sample, Answer(("s", "p", "o"), triples, is_graph=True), "")


@pytest.mark.slow
def test_query_command(sample: Path, tmp_path: Path) -> None:
    listed = graph_builder("query", sample, "--list")
    assert (listed.returncode, listed.stderr) == (0, "") and listed.stdout.count("\n") == 10
    said = graph_builder("query", sample, "--name", "evidence", "--where", f"who={HOSTILE}", "--format", "csv")
    assert said.returncode == 0 and len(said.stdout.strip().splitlines()) == 2
    (tmp_path / "q.rq").write_text("ASK { ?a gb:consult ?b }", encoding="utf-8")
    assert json.loads(graph_builder("query", sample, "-f", tmp_path / "q.rq", "--format", "json").stdout)
    page = tmp_path / "page.html"
    with_graphs = graph_builder(
        "query", sample, "CONSTRUCT { ?a gb:consult ?b } WHERE { ?a gb:consult ?b }", "--html", page
    )
    assert with_graphs.returncode == 0 and page.read_text(encoding="utf-8").startswith("<!doctype html>")
    before = contents(tmp_path)
    failed = graph_builder("query", sample, "ASK {}", "--html", tmp_path / "none.html")
    assert failed.returncode == 1 and failed.stderr.startswith("Error: Only a graph can be drawn")
    assert contents(tmp_path) == before
    assert graph_builder("query", sample).returncode == 2
    assert graph_builder("query", sample, "-f", tmp_path / "absent.rq").stderr.startswith("Error: ")
