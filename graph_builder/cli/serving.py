"""A server of one folder, for this machine alone."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from graph_builder.core.errors import SettingsError

LOOPBACK = "127.0.0.1"


def serving(directory: Path, port: int) -> ThreadingHTTPServer:
    """A server, not yet started, of the folder's files at a port of the loopback address; at any free one, if 0.

    Raises SettingsError if the port cannot be had.
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
    """Answers who asks this machine by its own address, and prints nothing of it."""

    def send_head(self) -> Any:
        # The name of a host elsewhere can be made to lead here, and its pages to read what they get.
        if self.headers.get("Host", "").rpartition(":")[0] not in (LOOPBACK, "localhost"):
            self.send_error(403)
            return None
        return super().send_head()

    def log_message(self, *_: Any) -> None:
        pass
