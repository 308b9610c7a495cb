"""Serve a build to this machine only: its files, and a SPARQL endpoint."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from werkzeug.exceptions import Forbidden, HTTPException, InternalServerError, MethodNotAllowed, NotFound
from werkzeug.sansio.utils import host_is_trusted
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.utils import send_from_directory
from werkzeug.wrappers import Request, Response

from graph_builder.core.errors import SettingsError
from graph_builder.store import endpoint
from graph_builder.store.workers import QueryWorkers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LOOPBACK = "127.0.0.1"

_NAMES = (LOOPBACK, "localhost")
_NO_FILE = "The folder has no such file."
_LARGEST_REQUEST = 1024**2  # bytes

# The pages of a build have policies of their own; this one adds what a page cannot state, and holds for all of them.
_POLICY = "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_TYPES = {
    ".geojson": "application/geo+json",
    ".gexf": "application/gexf+xml",
    ".graphml": "application/graphml+xml",
    ".jsonl": "application/jsonl",
    ".nq": "application/n-quads",
    ".ttl": "text/turtle",
    ".yaml": "application/yaml",
}


class BuildServer:
    """The WSGI application: the files of a folder, and the endpoint at `/sparql`."""

    def __init__(self, folder: Path, workers: QueryWorkers) -> None:
        self._folder, self._workers = folder.resolve(), workers

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        request = Request(environ)
        request.max_content_length = request.max_form_memory_size = _LARGEST_REQUEST
        try:
            response = self._response(request)
        except HTTPException as error:
            response = _refusal(error)
        except Exception:
            response = _refusal(
                InternalServerError("The request could not be answered; this is an error of the server.")
            )
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        return response(environ, start_response)

    def _response(self, request: Request) -> Response:
        # DNS rebinding: a foreign host name can be made to resolve to this machine, and its pages to read the answer.
        if not host_is_trusted(request.headers.get("Host"), _NAMES):
            raise Forbidden(f"Only requests to {' or '.join(_NAMES)} are answered.")
        origin = request.headers.get("Origin")
        if origin is not None and origin != request.host_url.rstrip("/"):
            raise Forbidden("Requests of other sites' pages are not answered.")
        if request.path == endpoint.PATH:
            return endpoint.respond(request, self._workers)
        if request.method not in ("GET", "HEAD"):
            raise MethodNotAllowed(["GET", "HEAD"], "The files can only be read.")
        return self._file(request)

    def _file(self, request: Request) -> Response:
        name = request.path.lstrip("/") or "index.html"
        if "\0" in name or any(part.startswith(".") for part in PurePosixPath(name).parts):
            raise NotFound(_NO_FILE)
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():  # a link may lead out
            raise NotFound(_NO_FILE)
        media = _TYPES.get(path.suffix)
        return send_from_directory(self._folder, name, request.environ, mimetype=media, max_age=None)


def serving(folder: Path, port: int, workers: QueryWorkers) -> BaseWSGIServer:
    """Return a server, not yet started, of a build at a port of the loopback address; 0 for any free one.

    Raises:
        SettingsError: The port cannot be used.
    """
    try:
        bound = socket.create_server((LOOPBACK, port))
    except OSError as error:
        raise SettingsError(
            f"Port {port} of {LOOPBACK} cannot be served ({error.strerror}); name another with --port.", name=str(port)
        ) from error
    with bound:
        return make_server(
            LOOPBACK, port, BuildServer(folder, workers), threaded=True, request_handler=_Quiet, fd=bound.fileno()
        )


def _refusal(error: HTTPException) -> Response:
    response = Response(f"{error.description}\n", error.code, mimetype="text/plain")
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(error.valid_methods)
    return response


class _Quiet(WSGIRequestHandler):
    """Logs nothing, and does not tell its versions."""

    def log(self, type: str, message: str, *args: object) -> None:
        pass

    def version_string(self) -> str:
        return "graph-builder"
