"""A triple store accessed by HTTP: list, put and delete graphs.

SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/) and Graph Store HTTP Protocol
(https://www.w3.org/TR/sparql11-http-rdf-update/).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from graph_builder.core.errors import RemoteStoreError
from graph_builder.export.rdf.terms import GB
from graph_builder.store.graphs import NamedGraph

PASSWORD = "GRAPH_BUILDER_PASSWORD"

# Seconds to wait for a connection and for an answer, and of the latter one more for so many bytes sent.
_CONNECT, _ANSWER, _BYTES = 10.0, 60.0, 50_000

# Rows asked for at once: stores cut long answers short, and sort no more than some thousand.
_PAGE = 2000

_DIGESTS = """SELECT ?graph ?digest
WHERE {{ GRAPH ?graph {{ ?graph {digest} ?digest }} FILTER (STR(?graph) > {after}) }}
ORDER BY STR(?graph) LIMIT {page}"""

_DIGEST_SCHEME = re.compile(r"(?:^|,)\s*digest\s", flags=re.IGNORECASE)

_TAG = re.compile(r"<[^>]*>")
_SENTENCE = 200

_REMEDIES: dict[int, str] = {
    HTTPStatus.FORBIDDEN: "the store must allow this user to write, which is a setting or a grant of the store",
    HTTPStatus.NOT_FOUND: "is that the address of the store, and --graph-store that of its Graph Store protocol?",
    HTTPStatus.METHOD_NOT_ALLOWED: "give the address of the store's Graph Store protocol with --graph-store",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "raise the largest request that the store, or a proxy before it, accepts",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "is that the address of its Graph Store protocol? give it with --graph-store",
    HTTPStatus.TOO_MANY_REQUESTS: "try again later",
    HTTPStatus.SERVICE_UNAVAILABLE: "try again later",
}


class TripleStore:
    """A SPARQL endpoint and the Graph Store beside it.

    Credentials are sent only on request of the store, in the scheme that it requests. All methods raise
    RemoteStoreError if the store cannot be reached or refuses.
    """

    def __init__(self, endpoint: str, graph_store: str, user: str | None, password: str | None) -> None:
        """Check the addresses and the password; no request is sent yet."""
        if user is not None and password is None:
            raise RemoteStoreError(
                f"There is no password for {user}: set it in the environment variable {PASSWORD}.", name=user
            )
        session = requests.Session()
        self._endpoint = _Service(session, endpoint, user, password)
        self._graph_store = _Service(session, graph_store, user, password)

    def digests(self) -> dict[str, str]:
        """Return the digest of every graph that states one, by the name of the graph."""
        found: dict[str, str] = {}
        while page := list(self._page(max(found, default=""))):
            found.update(page)
        return found

    def put(self, graph: NamedGraph) -> None:
        """Put a graph into the store, replacing any graph with its name."""
        headers = {"Content-Type": graph.media}
        self._graph_store.run_query("PUT", params={"graph": graph.name}, data=graph.body, headers=headers)

    def delete(self, name: str) -> None:
        """Delete a graph, if the store has it."""
        self._graph_store.run_query("DELETE", params={"graph": name}, fine=(HTTPStatus.NOT_FOUND,))

    def _page(self, after: str) -> Iterator[tuple[str, str]]:
        """Yield the next graphs with their digests, in the order of their names."""
        quoted = json.dumps(after, ensure_ascii=False)  # a string of SPARQL is escaped as one of JSON
        query = _DIGESTS.format(digest=GB.digest, after=quoted, page=_PAGE)
        headers = {"Accept": "application/sparql-results+json"}
        answer = self._endpoint.run_query("POST", data={"query": query}, headers=headers)
        try:
            for row in answer.json()["results"]["bindings"]:
                if row["graph"]["value"] > after:
                    yield row["graph"]["value"], row["digest"]["value"]
        except (ValueError, LookupError, TypeError) as error:
            raise RemoteStoreError(
                f"{self._endpoint.url} does not answer as a SPARQL endpoint: give the address of the store's query "
                "service."
            ) from error


class _Service:
    """One address of a store, with the authentication scheme that it requests."""

    def __init__(self, session: requests.Session, url: str, user: str | None, password: str | None) -> None:
        self.url = _checked(url)
        self._session = session
        self._user = user
        self._password = password or ""
        self._auth: AuthBase | None = None

    def run_query(self, method: str, *, fine: tuple[int, ...] = (), **request: Any) -> requests.Response:
        """Send a request and return the answer, whose status is a success or one of `fine`."""
        answer = self._send(method, **request)
        if answer.status_code == HTTPStatus.UNAUTHORIZED and self._user is not None and self._auth is None:
            self._auth = self._credentials(answer.headers.get("WWW-Authenticate", ""))
            answer = self._send(method, **request)
        if answer.status_code in fine:
            return answer
        if not 200 <= answer.status_code < 300:
            raise RemoteStoreError(self._refusal(answer))
        if "html" in answer.headers.get("Content-Type", "") and answer.content:
            raise RemoteStoreError(
                f"{self.url} answers with a web page: give the address of the store's protocol, not that of its "
                "user interface."
            )
        return answer

    def _send(self, method: str, **request: Any) -> requests.Response:
        seconds = _ANSWER + len(request["data"]) / _BYTES if method == "PUT" else _ANSWER
        try:
            # A redirected PUT would go on as a GET.
            return self._session.request(
                method, self.url, auth=self._auth, timeout=(_CONNECT, seconds), allow_redirects=False, **request
            )
        except requests.Timeout as error:
            raise RemoteStoreError(
                f"{self.url} does not answer: is that the address of the store's protocol (--endpoint for queries, "
                "--graph-store for graphs), and the store not too busy?"
            ) from error
        except requests.exceptions.SSLError as error:
            raise RemoteStoreError(
                f"{self.url} cannot be trusted ({_reason(error)}): have its certificate signed by an authority known "
                "here, or name that authority's file in REQUESTS_CA_BUNDLE."
            ) from error
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
            raise RemoteStoreError(
                f"{self.url} cannot be reached ({_reason(error)}): is the store running, and its address right?"
            ) from error
        except (requests.RequestException, UnicodeError) as error:
            raise RemoteStoreError(
                f"{self.url} cannot be requested ({_reason(error)}): correct the address."
            ) from error

    def _credentials(self, wanted: str) -> AuthBase:
        assert self._user is not None
        if _DIGEST_SCHEME.search(wanted):
            return HTTPDigestAuth(self._user, self._password)
        return HTTPBasicAuth(self._user.encode(), self._password.encode())

    def _refusal(self, answer: requests.Response) -> str:
        code = answer.status_code
        if code == HTTPStatus.UNAUTHORIZED and self._user is None:
            return f"{self.url} requires authentication: give --user, and the password in {PASSWORD}."
        if code == HTTPStatus.UNAUTHORIZED:
            return f"{self.url} rejects {self._user} with the password in {PASSWORD}: correct one of them."
        if 300 <= code < 400:
            return f"{self.url} has moved to {answer.headers.get('Location', 'elsewhere')}: give that address."
        other = "the store's log may say more" if code >= 500 else "is that the address of this protocol of the store?"
        return f"{self.url} refuses ({code} {_said(answer)}): {_REMEDIES.get(code, other)}."


def _checked(url: str) -> str:
    """Return the address, if it is an HTTP address without credentials. Raises RemoteStoreError if it is not."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise RemoteStoreError(
            f"{url!r} is not the address of a store: give one such as http://localhost:3030/news/sparql."
        )
    if "@" in parts.netloc:
        raise RemoteStoreError(
            f"The address of {parts.hostname} has a user in it: give --user, and the password in {PASSWORD}."
        )
    return url


def _said(answer: requests.Response) -> str:
    """Return the store's explanation of a failure, without markup and cut to the length of a sentence."""
    said = " ".join(_TAG.sub(" ", answer.text).split())
    return f"{answer.reason}: {said[:_SENTENCE]}" if said else str(answer.reason)


def _reason(error: BaseException | None) -> str:
    """Return the operating system's explanation of a failure, from below the exceptions of the libraries."""
    while error is not None:
        if isinstance(error, OSError) and error.strerror:
            return error.strerror
        last, error = error, error.__cause__ or error.__context__
    return str(last)
