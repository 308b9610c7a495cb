"""A triple store on loopback, which is pyoxigraph behind both protocols; it can want a password, and fail."""

from __future__ import annotations

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat

USER, PASSWORD = "نادية", "كلمة: سر"
NONCE = "27"

# What a request is answered with: a status, a type and a body.
Answer = tuple[int, str, bytes]


class Store(ThreadingHTTPServer):
    """The store and what was asked of it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.data = pyoxigraph.Store()
        self.asked: list[tuple[str, str]] = []  # the method, and the graph or the query
        self.wants = ""  # "Basic", "Digest", or nothing
        self.instead: dict[tuple[str, int], Answer] = {}  # what the n-th request of a method is answered with instead
        self.user, self.password = USER, PASSWORD

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/sparql"

    def graphs(self) -> dict[str, int]:
        """How many statements each graph has."""
        return {
            str(name.value): sum(1 for _ in self.data.quads_for_pattern(None, None, None, name))
            for name in self.data.named_graphs()
        }

    def sent(self, method: str = "PUT") -> list[str]:
        """The graphs that were named in requests of a method."""
        return [target for each, target in self.asked if each == method]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Store

    def do_POST(self) -> None:
        query = parse_qs(self._body().decode())["query"][0]
        if self._goes_on("POST", query):
            solutions = cast(QuerySolutions, self.server.data.query(query))
            rows = solutions.serialize(format=QueryResultsFormat.JSON)
            self._answer(200, "application/sparql-results+json", cast(bytes, rows))

    def do_PUT(self) -> None:
        body, graph = self._body(), self._graph()
        if self._goes_on("PUT", graph):
            media = RdfFormat.from_media_type(self.headers["Content-Type"])
            assert media is not None
            self.server.data.clear_graph(NamedNode(graph))
            self.server.data.load(body, format=media, to_graph=NamedNode(graph))
            self._answer(204)

    def do_DELETE(self) -> None:
        graph = self._graph()
        if self._goes_on("DELETE", graph):
            there = self.server.data.contains_named_graph(NamedNode(graph))
            self.server.data.remove_graph(NamedNode(graph))
            self._answer(204 if there else 404)

    def _goes_on(self, method: str, target: str) -> bool:
        """Whether the request is neither to be made by somebody else nor to fail."""
        if self.server.wants and not self._known(method):
            challenge = {"Basic": 'Basic realm="x"', "Digest": f'Digest realm="x", qop="auth", nonce="{NONCE}"'}
            wants = ", ".join(challenge[scheme] for scheme in self.server.wants.split())
            self._answer(401, challenge=wants)
            return False
        self.server.asked.append((method, target))
        instead = self.server.instead.get((method, sum(each == method for each, _ in self.server.asked)))
        if instead is not None:
            self._answer(*instead)
        return instead is None

    def _known(self, method: str) -> bool:
        given = self.headers.get("Authorization", "")
        user, password = self.server.user, self.server.password
        if given.startswith("Basic "):
            told = base64.b64decode(given.removeprefix("Basic ")).decode()
            return "Basic" in self.server.wants and told == f"{user}:{password}"
        if given.startswith("Digest "):
            fields = {name: value.strip('"') for name, value in re.findall(r'(\w+)=("[^"]*"|[^\s,]+)', given)}
            who, what = _md5(f"{user}:x:{password}"), _md5(f"{method}:{fields['uri']}")
            proof = _md5(f"{who}:{NONCE}:{fields['nc']}:{fields['cnonce']}:auth:{what}")
            return "Digest" in self.server.wants and fields["uri"] == self.path and fields["response"] == proof
        return False

    def _graph(self) -> str:
        return parse_qs(urlsplit(self.path).query, strict_parsing=True)["graph"][0]

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _answer(self, status: int, media: str = "text/plain", body: bytes = b"", *, challenge: str = "") -> None:
        self.send_response(status)
        if challenge:
            self.send_header("WWW-Authenticate", challenge)
        if 300 <= status < 400:
            self.send_header("Location", body.decode())
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[Store]:
    """An empty store that answers until the block ends."""
    with Store() as store:
        thread = threading.Thread(target=store.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield store
        finally:
            store.shutdown()
            thread.join()


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()
