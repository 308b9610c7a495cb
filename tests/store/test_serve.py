"""serve: the files of a build and its SPARQL endpoint, asked as clients ask."""

from __future__ import annotations

import html
import http.client
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph
import pytest
import rdflib
import requests
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from graph_builder.export import write_all
from graph_builder.export.rdf import write_nquads, write_ontology, write_turtle
from graph_builder.store import workers
from graph_builder.store.named_queries import named_queries
from graph_builder.store.worker import Question
from graph_builder.store.workers import QueryWorkers, RefusedError
from tests.support.samples import HOSTILE, contradicting_knowledge, result_of, sample_result
from tests.support.serving import Served, serving

RELATIONS = "SELECT ?r WHERE { ?r a gb:Relation } ORDER BY ?r"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a > ?l) }"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE, TRIPLES = "text/turtle", "application/n-triples"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the sample, below a name that an address has to escape, with things that are not to be served."""
    folder = tmp_path_factory.mktemp("above") / "a build, نتائج"
    folder.mkdir()
    write_all(sample_result(), folder)
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / ".lock").write_text("1", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[Served]:
    with serving(built, "--timeout", "2") as served:
        yield served


def get(served: Served, path: str, **headers: str) -> tuple[int, bytes]:
    """What is answered to a path as it stands, which `requests` would tidy."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def ask(served: Served, query: str, accept: str = JSON) -> requests.Response:
    return requests.get(served.sparql, params={"query": query}, headers={"Accept": accept}, timeout=30)


def post(served: Served, body: str | bytes, media: str, accept: str = JSON) -> requests.Response:
    return requests.post(served.sparql, body, headers={"Content-Type": media, "Accept": accept}, timeout=30)


def rows(answer: requests.Response) -> int:
    assert answer.status_code == 200, answer.text
    return len(answer.json()["results"]["bindings"])


def test_serve_files_of_the_build(served: Served, built: Path) -> None:
    for name in ("explorer.html", "graph.ttl", "graph.nq", "relations.csv", "manifest.json", "places.geojson"):
        status, content = get(served, f"/{name}")
        assert (status, content) == (200, (built / name).read_bytes())
    assert get(served, "/")[1] == (built / "index.html").read_bytes()
    kinds = {"graph.ttl": "text/turtle; charset=utf-8", "graph.nq": "application/n-quads"}
    for name, kind in kinds.items():
        assert requests.head(f"{served.url}/{name}", timeout=10).headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        *("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a/../../secret.txt", "//etc/passwd"),
        *("/link.txt", "/.lock", "/none.html", "/%00", "/..%5csecret.txt"),
    ],
)
def test_serve_nothing_outside_of_the_folder(path: str, served: Served) -> None:
    status, content = get(served, path)
    assert (status, content) == (404, b"The folder has no such file.\n")


def test_serve_refuses_foreign_hosts_and_pages(served: Served) -> None:
    for host in (f"elsewhere.example:{served.port}", "", f"127.0.0.1.elsewhere.example:{served.port}"):
        for path in ("/explorer.html", "/sparql"):
            assert get(served, path, Host=host)[0] == 403
    assert get(served, "/sparql", Host=f"localhost:{served.port}")[0] == 200
    for origin in ("https://elsewhere.example", "null", f"http://127.0.0.1:{served.port + 1}"):
        assert get(served, f"/sparql?query={quote(RELATIONS)}", Origin=origin)[0] == 403
    assert get(served, f"/sparql?query={quote(RELATIONS)}", Origin=served.url)[0] == 200


def test_serve_states_policies_and_no_cors(served: Served) -> None:
    for path in ("/explorer.html", "/sparql", f"/sparql?query={quote(RELATIONS)}", "/none"):
        headers = requests.get(served.url + path, headers={"Accept": HTML}, timeout=10).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert not [name for name in headers if name.lower().startswith("access-control")]
    preflight = requests.options(served.sparql, timeout=10)
    assert (preflight.status_code, preflight.headers["Allow"]) == (405, "GET, HEAD, POST")


# The queries of the test suite of the SPARQL 1.1 Protocol: https://www.w3.org/2009/sparql/docs/tests/


def test_protocol_get_and_both_forms_of_post(served: Served) -> None:
    expected = len(sample_result().knowledge.relations)
    assert rows(ask(served, RELATIONS)) == expected
    assert rows(post(served, urlencode({"query": RELATIONS}), FORM)) == expected
    assert rows(post(served, RELATIONS.encode(), DIRECT)) == expected
    assert requests.head(served.sparql, params={"query": RELATIONS}, timeout=10).content == b""


@pytest.mark.parametrize("accept", [JSON, XML, CSV, TSV])
def test_protocol_select_and_ask_by_accept(accept: str, served: Served) -> None:
    answer = ask(served, RELATIONS, accept)
    assert answer.headers["Content-Type"].partition(";")[0] == accept
    assert answer.headers["Vary"] == "Accept"
    syntax = pyoxigraph.QueryResultsFormat.from_media_type(accept)
    if accept == CSV:
        assert len(answer.text.split()) == 1 + len(sample_result().knowledge.relations)
    else:
        found = pyoxigraph.parse_query_results(answer.content, format=syntax)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        assert len(list(found)) == len(sample_result().knowledge.relations)
    assert "true" in ask(served, "ASK { ?a gb:consult ?b }", accept).text


@pytest.mark.parametrize("accept", [TURTLE, TRIPLES, "application/rdf+xml", "application/ld+json"])
@pytest.mark.parametrize("form", ["CONSTRUCT WHERE { ?a gb:consult ?b }", "DESCRIBE ?a WHERE { ?a gb:consult ?b }"])
def test_protocol_construct_and_describe_by_accept(form: str, accept: str, served: Served) -> None:
    answer = ask(served, form, accept)
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (200, accept)
    syntax = pyoxigraph.RdfFormat.from_media_type(accept)
    assert list(pyoxigraph.parse(answer.content, format=syntax))


def test_protocol_negotiation(served: Served) -> None:
    for accept in ("", "*/*", "application/*", f"{TURTLE};q=0.9, {JSON};q=0.8", "application/json"):
        assert ask(served, RELATIONS, accept).headers["Content-Type"] == JSON
    assert ask(served, RELATIONS, f"{JSON};q=0.3, {CSV};q=0.7").headers["Content-Type"].startswith(CSV)
    refused = ask(served, RELATIONS, "image/png")
    assert refused.status_code == 406 and refused.text.startswith("The answer can be had as: ")
    assert ask(served, RELATIONS, TURTLE).status_code == 406


def test_protocol_dataset(served: Served, built: Path) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(built / "graph.nq"))
    names = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, pyoxigraph.NamedNode))
    first, second, *_ = (name for name in names if "/graph/" in name)

    def count(query: str, **graphs: list[str]) -> int:
        given = [
            ("query", query),
            *((name.replace("_", "-"), each) for name, those in graphs.items() for each in those),
        ]
        answer = requests.get(served.sparql, params=given, timeout=10)
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    def size(*those: str) -> int:
        quads = (
            quad for name in those for quad in store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name))
        )
        return len({quad.triple for quad in quads})

    default, named = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(default, default_graph_uri=[first]) == size(first)
    assert count(default, default_graph_uri=[first, second]) == size(first, second)
    assert count(named, default_graph_uri=[first]) == 0
    assert count(named, named_graph_uri=[second]) == size(second)
    assert count(default, named_graph_uri=[second]) == 0
    inside = default.replace("{", f"FROM <{second}> {{", 1)
    assert (count(inside), count(inside, default_graph_uri=[first])) == (size(second), size(first))
    invalid = requests.get(served.sparql, params={"query": default, "default-graph-uri": "<"}, timeout=10)
    assert invalid.status_code == 400 and invalid.text.startswith("The IRI of a graph is invalid")


def test_protocol_bad_requests(served: Served) -> None:
    twice = urlencode([("query", RELATIONS), ("query", RELATIONS)])
    assert requests.get(f"{served.sparql}?{twice}", timeout=10).status_code == 400
    assert post(served, twice, FORM).status_code == 400
    assert post(served, "", FORM).text == (
        "A request has one query, and this has 0; give it as the parameter `query`.\n"
    )
    assert requests.put(served.sparql, RELATIONS, timeout=10).status_code == 405
    assert requests.post(served.sparql, RELATIONS.encode(), timeout=10).status_code == 415
    assert post(served, RELATIONS, "text/plain").status_code == 415
    syntax = ask(served, "SELECT WHERE")
    assert syntax.status_code == 400 and syntax.text.startswith("SPARQL syntax error (error at 1:")
    for media, body in ((DIRECT, b"ASK { ?s ?p '\xff' }"), (FORM, b"query=ASK%20%7B%20%3Fs%20%3Fp%20'%FF'%20%7D")):
        assert post(served, body, media).text == "The request is not in UTF-8; encode it so.\n"
    assert get(served, "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20'%FF'%20%7D")[0] == 400
    assert post(served, b"#" * 2_000_000 + b"\nASK {}", DIRECT).status_code == 413
    assert rows(ask(served, RELATIONS)), "and it goes on"


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (urlencode({"update": "CLEAR ALL"}), FORM),
        ("CLEAR ALL", "application/sparql-update"),
        (urlencode({"query": "INSERT DATA { <a:b> <a:b> <a:b> }"}), FORM),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", DIRECT),
        ("SELECT * FROM <file:///etc/passwd> { SERVICE SILENT <http://127.0.0.1/> {} }", DIRECT),
    ],
)
def test_serve_refuses_updates_and_services(body: str, media: str, served: Served) -> None:
    refused = post(served, body, media)
    assert refused.status_code == 403
    assert refused.text.endswith(".\n") and refused.text.count("\n") == 1
    assert rows(ask(served, RELATIONS)) == len(sample_result().knowledge.relations)


@pytest.mark.slow
def test_serve_stops_long_queries_and_goes_on(served: Served) -> None:
    stopped = ask(served, ENDLESS)
    assert stopped.status_code == 503
    assert stopped.text == (
        "The query was stopped after 2 seconds; narrow it, add a LIMIT, or start the server with a higher --timeout.\n"
    )
    assert stopped.elapsed.total_seconds() < 5
    assert rows(ask(served, RELATIONS))


@pytest.mark.slow
def test_serve_refuses_large_answers_and_queries(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LONGEST", 1024**2)
    monkeypatch.setattr(workers, "_MEMORY", 256 * 1024**2)
    large = Question("SELECT * { ?a ?b ?c . ?d ?e ?f }", JSON, TURTLE)
    with QueryWorkers(built, 20) as those:
        with pytest.raises(RefusedError, match="The answer has more than 1 MB; narrow the query") as refused:
            those.answer(large)
        assert not refused.value.passing
        hungry = Question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d", JSON, TURTLE)
        with pytest.raises(RefusedError, match="memory; narrow it"):
            those.answer(hungry)
        assert those.answer(Question("ASK {}", JSON, TURTLE)) == (JSON, b'{"head":{},"boolean":true}')


@pytest.mark.slow
def test_serve_answers_from_the_build_as_it_is_now(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built, tmp_path / "build", symlinks=True)
    with serving(folder) as served:
        before = rows(ask(served, RELATIONS))
        result = result_of(contradicting_knowledge())
        for name, write in (("graph.ttl", write_turtle), ("graph.nq", write_nquads), ("ontology.ttl", write_ontology)):
            write(result, folder / name)
        assert rows(ask(served, RELATIONS)) == before + 1
        (folder / "graph.nq").write_text("<a:b> <a:b>\n", encoding="utf-8")
        damaged = ask(served, RELATIONS)
        assert damaged.status_code == 503 and damaged.text.rstrip().endswith("; build into it again.")
        (folder / "graph.nq").unlink()
        assert ask(served, RELATIONS).status_code == 503


def test_serve_describes_the_service(served: Served) -> None:
    graph = rdflib.Graph().parse(data=requests.get(served.sparql, timeout=10).text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, sd.endpoint, rdflib.URIRef(served.sparql)) in graph
    assert (None, sd.supportedLanguage, sd.SPARQL11Query) in graph


def test_serve_page_escapes_and_answers(served: Served) -> None:
    page = ask(served, 'SELECT ?it ?name { ?it skos:prefLabel ?name FILTER (strstarts(?name, "=")) } # <script>', HTML)
    assert page.status_code == 200 and page.headers["Content-Type"].startswith("text/html")
    assert "<script" not in page.text and "script-src" not in page.headers["Content-Security-Policy"]
    assert "&lt;script&gt;" in page.text and 'href="/explorer.html#selection=entity.' in page.text
    fault = ask(served, "SELEC", HTML)
    assert fault.status_code == 400 and "SPARQL syntax error" in fault.text and ">SELEC</textarea>" in fault.text
    start = requests.get(served.sparql, headers={"Accept": HTML}, timeout=10).text
    for each in named_queries():
        assert each.asks in html.unescape(start) and each.asks_arabic in start
    table = requests.get(
        served.sparql,
        params={"query": 'SELECT ?n { ?it skos:prefLabel ?n FILTER (strstarts(?n, "=")) }', "format": "csv"},
        timeout=10,
    )
    assert table.content.decode("utf-8-sig").splitlines()[1].startswith("\"'=<script>"), "no spreadsheet runs it"
    exact = ask(served, 'SELECT ?n { ?it skos:prefLabel ?n FILTER (strstarts(?n, "=")) }', JSON)
    assert exact.json()["results"]["bindings"][0]["n"]["value"] == HOSTILE


def test_serve_rdflib_queries_it(served: Served) -> None:
    graph = rdflib.Graph(SPARQLStore(served.sparql))
    found = list(graph.query("SELECT ?a ?b WHERE { ?a <https://graph-builder.example/ontology#consult> ?b }"))
    assert len(found) == 1
    assert graph.query("ASK { ?a <https://graph-builder.example/ontology#consult> ?b }").askAnswer
    built = graph.query("CONSTRUCT WHERE { ?a <https://graph-builder.example/ontology#consult> ?b }").graph
    assert built is not None and len(built) == 1
    consult = rdflib.URIRef("https://graph-builder.example/ontology#consult")
    assert len(list(graph.triples((None, consult, None)))) == 1
