"""A triple store across HTTP: what it has, and graphs put into it and taken from it.

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

from graph_builder.core.errors import StoreError
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

    Credentials are sent only where they are asked for, in the way that is asked for. All methods raise StoreError.
    """

    def __init__(self, endpoint: str, graph_store: str, user: str | None, password: str | None) -> None:
        """Nothing is asked yet."""
        if user is not None and password is None:
            raise StoreError(f"There is no password for {user}: set it in the environment, as {PASSWORD}.")
        session = requests.Session()
        self._endpoint = _Service(session, endpoint, user, password)
        self._graph_store = _Service(session, graph_store, user, password)

    def digests(self) -> dict[str, str]:
        """The digest of every graph that gives one."""
        found: dict[str, str] = {}
        while page := list(self._page(max(found, default=""))):
            found.update(page)
        return found

    def put(self, graph: NamedGraph) -> None:
        """Put a graph in, in place of what the store has under its name."""
        headers = {"Content-Type": graph.media}
        self._graph_store.run_query("PUT", params={"graph": graph.name}, data=graph.body, headers=headers)

    def delete(self, name: str) -> None:
        """Take a graph out, if it is there."""
        self._graph_store.run_query("DELETE", params={"graph": name}, fine=(HTTPStatus.NOT_FOUND,))

    def _page(self, after: str) -> Iterator[tuple[str, str]]:
        """The next graphs with their digests, in the order of their names."""
        quoted = json.dumps(after, ensure_ascii=False)  # a string of SPARQL is escaped as one of JSON
        query = _DIGESTS.format(digest=GB.digest, after=quoted, page=_PAGE)
        headers = {"Accept": "application/sparql-results+json"}
        answer = self._endpoint.run_query("POST", data={"query": query}, headers=headers)
        try:
            for row in answer.json()["results"]["bindings"]:
                if row["graph"]["value"] > after:
                    yield row["graph"]["value"], row["digest"]["value"]
        except (ValueError, LookupError, TypeError) as error:
            raise StoreError(
                f"{self._endpoint.url} does not answer as a SPARQL endpoint: give the address at which the store is "
                "asked queries."
            ) from error


class _Service:
    """One address of a store, with the way it wants to be told who asks."""

    def __init__(self, session: requests.Session, url: str, user: str | None, password: str | None) -> None:
        self.url = _checked(url)
        self._session = session
        self._user = user
        self._password = password or ""
        self._auth: AuthBase | None = None

    def run_query(self, method: str, *, fine: tuple[int, ...] = (), **request: Any) -> requests.Response:
        """The store's answer; that it is no failure, or one that is fine."""
        answer = self._send(method, **request)
        if answer.status_code == HTTPStatus.UNAUTHORIZED and self._user is not None and self._auth is None:
            self._auth = self._credentials(answer.headers.get("WWW-Authenticate", ""))
            answer = self._send(method, **request)
        if answer.status_code in fine:
            return answer
        if not 200 <= answer.status_code < 300:
            raise StoreError(self._refusal(answer))
        if "html" in answer.headers.get("Content-Type", "") and answer.content:
            raise StoreError(
                f"{self.url} answers with a web page: give the address of the store's own protocol, not that of "
                "a page for people."
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
            raise StoreError(
                f"{self.url} does not answer: is that the address of the store's protocol (--endpoint for queries, "
                "--graph-store for graphs), and the store not too busy?"
            ) from error
        except requests.exceptions.SSLError as error:
            raise StoreError(
                f"{self.url} cannot be trusted ({_reason(error)}): have its certificate signed by an authority known "
                "here, or name that authority's file in REQUESTS_CA_BUNDLE."
            ) from error
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
            raise StoreError(
                f"{self.url} cannot be reached ({_reason(error)}): is the store running, and its address right?"
            ) from error
        except (requests.RequestException, UnicodeError) as error:
            raise StoreError(f"{self.url} cannot be asked ({_reason(error)}): mend the address.") from error

    def _credentials(self, wanted: str) -> AuthBase:
        assert self._user is not None
        if _DIGEST_SCHEME.search(wanted):
            return HTTPDigestAuth(self._user, self._password)
        return HTTPBasicAuth(self._user.encode(), self._password.encode())

    def _refusal(self, answer: requests.Response) -> str:
        code = answer.status_code
        if code == HTTPStatus.UNAUTHORIZED and self._user is None:
            return f"{self.url} wants to know who asks: give --user, and the password in {PASSWORD}."
        if code == HTTPStatus.UNAUTHORIZED:
            return f"{self.url} does not know {self._user} with the password in {PASSWORD}: mend one of them."
        if 300 <= code < 400:
            return f"{self.url} has moved to {answer.headers.get('Location', 'elsewhere')}: give that address."
        other = "the store's log may say more" if code >= 500 else "is that the address of this protocol of the store?"
        return f"{self.url} refuses ({code} {_said(answer)}): {_REMEDIES.get(code, other)}."


def _checked(url: str) -> str:
    """The address, if it is one of the web and gives no password away.

    Raises StoreError.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise StoreError(f"{url!r} is no address of a store: give one such as http://localhost:3030/news/sparql.")
    if "@" in parts.netloc:
        raise StoreError(
            f"The address of {parts.hostname} has a user in it: give --user, and the password in {PASSWORD}."
        )
    return url


def _said(answer: requests.Response) -> str:
    """What a store says of a failure, without the marks of a page and no longer than a sentence."""
    said = " ".join(_TAG.sub(" ", answer.text).split())
    return f"{answer.reason}: {said[:_SENTENCE]}" if said else str(answer.reason)


def _reason(error: BaseException | None) -> str:
    """What the system says of a failure, below what the libraries make of it."""
    while error is not None:
        if isinstance(error, OSError) and error.strerror:
            return error.strerror
        last, error = error, error.__cause__ or error.__context__
    return str(last)
