"""push: what is sent to a store, what it holds at the end, and errors."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Oxigraph

from graph_builder.core.errors import RemoteStoreError
from graph_builder.core.progress import no_progress
from graph_builder.store import remote
from graph_builder.store.push import Pushed, push
from graph_builder.store.remote import TripleStore
from tests.store.changes import DIGEST, change, drop, graphs
from tests.store.server import PASSWORD, USER, Store
from tests.support.command import MODULE, graph_builder

ONTOLOGY = "https://graph-builder.example/ontology"
RESOLVED = "https://graph-builder.example/graph/resolved"
AT_ALL = 8  # five articles, resolved, dataset, ontology


def send(build: Path, store: Store, user: str | None = None, password: str | None = None, **options: bool) -> Pushed:
    return push(build, TripleStore(store.url, store.url, user, password), no_progress, **options)


def test_push_sends_every_statement_to_its_graph(build: Path, store: Store) -> None:
    assert send(build, store) == Pushed(sent=AT_ALL)
    expected = Oxigraph()
    expected.load(path=build / "graph.nq", format=RdfFormat.N_QUADS)
    ontology = set(store.data.quads_for_pattern(None, None, None, NamedNode(ONTOLOGY)))
    assert {quad for quad in store.data if quad not in ontology} == set(expected)
    assert len(ontology) == len(list(_parsed(build / "ontology.ttl"))) + 1


def test_push_again_sends_nothing(build: Path, store: Store) -> None:
    send(build, store)
    store.asked.clear()
    assert send(build, store) == Pushed(kept=AT_ALL)
    assert {method for method, _ in store.asked} == {"POST"}


def test_push_sends_changed_graphs_only(build: Path, store: Store) -> None:
    send(build, store)
    store.asked.clear()
    article = next(iter(graphs(build)))
    before = store.graphs()
    change(build, article)
    assert send(build, store) == Pushed(sent=1, kept=AT_ALL - 1)
    assert store.sent() == [article]
    assert store.graphs() == {**before, article: before[article] + 1}


def test_push_replaces_a_graph_that_others_changed(build: Path, store: Store) -> None:
    send(build, store)
    store.data.remove_graph(NamedNode(RESOLVED))
    assert send(build, store) == Pushed(sent=1, kept=AT_ALL - 1)


def test_push_keeps_graphs_of_earlier_builds_unless_asked(build: Path, store: Store) -> None:
    strangers = ["https://other.example/graph/0123456789abcdef", "https://graph-builder.example/mine", "urn:x"]
    for name in strangers:
        store.data.add(Quad(NamedNode(name), NamedNode(DIGEST[1:-1]), Literal("0" * 64), NamedNode(name)))
    undigested = NamedNode("https://graph-builder.example/graph/notes")
    store.data.add(Quad(undigested, undigested, undigested, undigested))
    send(build, store)
    article = next(iter(graphs(build)))
    drop(build, article)
    assert send(build, store) == Pushed(kept=AT_ALL - 1)
    assert article in store.graphs()
    assert send(build, store, delete_missing=True) == Pushed(kept=AT_ALL - 1, deleted=1)
    assert store.sent("DELETE") == [article]
    assert set(store.graphs()) == {*graphs(build), ONTOLOGY, *strangers, undigested.value}


def test_push_reads_long_answers_by_pages(build: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_PAGE", 3)
    send(build, store)
    assert send(build, store) == Pushed(kept=AT_ALL)


@pytest.mark.parametrize("wanted", ["Basic", "Digest", "Basic Digest"])
def test_push_authenticates_as_the_store_asks(build: Path, store: Store, wanted: str) -> None:
    store.wants = wanted
    if wanted != "Basic":
        store.user = "nadia"  # Digest has no way to write other letters
    assert send(build, store, store.user, PASSWORD) == Pushed(sent=AT_ALL)


@pytest.mark.slow
def test_push_takes_the_password_from_the_environment_only(build: Path, store: Store) -> None:
    store.wants = "Basic"
    command = ("push", build, "--endpoint", store.url, "--user", USER)
    done = graph_builder(*command, env={"GRAPH_BUILDER_PASSWORD": PASSWORD})
    assert (done.returncode, done.stdout, done.stderr) == (0, "Graphs sent: 8, there already: 0, deleted: 0.\n", "")
    done = graph_builder(*command, "--quiet", env={"GRAPH_BUILDER_PASSWORD": PASSWORD})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = graph_builder(*command, env={"GRAPH_BUILDER_PASSWORD": "wrong one"})
    assert done.returncode == 1
    assert "rejects نادية with the password in GRAPH_BUILDER_PASSWORD" in done.stderr
    assert "wrong one" not in done.stderr
    assert "0 of 8 graphs are in" in done.stderr
    done = graph_builder(*command)
    assert done.returncode == 1
    assert "set it in the environment variable GRAPH_BUILDER_PASSWORD" in done.stderr


def test_push_sends_no_password_unasked(build: Path, store: Store) -> None:
    store.wants = "Digest"
    with pytest.raises(RemoteStoreError, match="requires authentication: give --user"):
        send(build, store)
    assert store.asked == []


def test_push_resumes_after_a_failure(build: Path, store: Store) -> None:
    store.instead["PUT", 3] = (500, "text/html", b"<html><title>Oops</title>\nout of disk</html>")
    done = graph_builder("push", build, "--endpoint", store.url)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "refuses (500 Internal Server Error: Oops out of disk)" in done.stderr
    assert "2 of 8 graphs are in the store; the same command continues from there." in done.stderr
    assert len(store.graphs()) == 2
    assert send(build, store) == Pushed(sent=AT_ALL - 2, kept=2)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((301, "text/plain", b"https://moved.example/x"), "has moved to https://moved.example/x"),
        ((403, "text/plain", b"SQ110: Permission denied"), r"\(403 Forbidden: SQ110: .*the store must allow"),
        ((404, "text/plain", b""), r"refuses \(404 Not Found\): is that the address of the store"),
        ((405, "text/plain", b""), r"\(405 .*--graph-store"),
        ((413, "text/plain", b""), r"\(413 .*raise the largest request"),
        ((415, "text/plain", b""), r"\(415 .*--graph-store"),
        ((418, "text/plain", b"x" * 9999), r"\(418 I'm a Teapot: x{200}\): is that"),
        ((503, "text/plain", b""), r"\(503 .*try again later"),
        ((200, "text/html; charset=UTF-8", b"<html>Welcome"), "answers with a web page"),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_push_refusals_are_explained(
    build: Path, store: Store, answer: tuple[int, str, bytes], told: str, method: str
) -> None:
    store.instead[method, 1] = answer
    with pytest.raises(RemoteStoreError, match=told) as caught:
        send(build, store)
    assert str(caught.value).endswith("0 of 8 graphs are in the store; the same command continues from there.")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"boolean": true}', b'{"results": {"bindings": [{"graph": 1}]}}'])
def test_push_endpoint_without_sparql_is_refused(build: Path, store: Store, body: bytes) -> None:
    store.instead["POST", 1] = (200, "application/json", body)
    with pytest.raises(RemoteStoreError, match="does not answer as a SPARQL endpoint"):
        send(build, store)


def test_push_verifies_what_the_store_holds(build: Path, store: Store) -> None:
    store.instead |= {("PUT", number): (204, "text/plain", b"") for number in range(1, AT_ALL + 1)}
    with pytest.raises(RemoteStoreError, match="--endpoint and --graph-store must be of the same store"):
        send(build, store)


@pytest.mark.parametrize(
    "url", ["", "localhost:3030", "ftp://x/", "http://", "http://[x", "http://x:99999/", "file:///etc/passwd"]
)
def test_push_invalid_address_is_refused(url: str) -> None:
    with pytest.raises(RemoteStoreError, match="is not the address of a store"):
        TripleStore(url, url, None, None)


def test_push_password_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(RemoteStoreError, match="has a user in it") as caught:
        TripleStore("http://dba:secret@x.example/sparql", "http://x.example/", None, None)
    assert "secret" not in str(caught.value)


def test_push_connection_refused(build: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    done = graph_builder("push", build, "--endpoint", url)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {url} cannot be reached (Connection refused): is the store running")


def test_push_timeout(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_ANSWER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(RemoteStoreError, match="does not answer"):
            push(build, TripleStore(url, url, None, None), no_progress)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_push_interrupted_reports_progress(build: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        command = [*MODULE, "push", str(build), "--endpoint", url]
        with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as running:
            silent.settimeout(60)
            connection, _ = silent.accept()
            time.sleep(0.1)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
            connection.close()
    assert said == "Error: Interrupted. 0 of 8 graphs are in the store; the same command continues from there.\n"
    assert running.returncode == 1


def _parsed(path: Path) -> Oxigraph:
    store = Oxigraph()
    store.load(path=path, format=RdfFormat.TURTLE)
    return store
