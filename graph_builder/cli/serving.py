"""Serve a folder to this machine only."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from graph_builder.core.errors import SettingsError

LOOPBACK = "127.0.0.1"


def serving(directory: Path, port: int) -> ThreadingHTTPServer:
    """Return a server, not yet started, of the files in a folder at a port of the loopback address; 0 for any free one.

    Raises:
        SettingsError: The port cannot be used.
    """

    class Handler(_OwnNameOnly):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(directory))

    try:
        server = ThreadingHTTPServer((LOOPBACK, port), Handler)
    except OSError as error:
        raise SettingsError(
            f"Port {port} of {LOOPBACK} cannot be served ({error.strerror}); name another with --port.", name=str(port)
        ) from error
    server.server_name = LOOPBACK
    return server


class _OwnNameOnly(SimpleHTTPRequestHandler):
    """Answers only requests that name this machine by its own address, and logs nothing."""

    def send_head(self) -> Any:
        # DNS rebinding: a foreign host name can be made to resolve to this machine, and its pages to read the answer.
        if self.headers.get("Host", "").rpartition(":")[0] not in (LOOPBACK, "localhost"):
            self.send_error(403)
            return None
        return super().send_head()

    def log_message(self, *_: Any) -> None:
        pass
