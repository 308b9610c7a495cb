"""A Virtuoso of one's own on loopback, in a folder of its own, as Debian packages it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

PROGRAMS = ("virtuoso-t", "isql-vt")
PASSWORD = "secret"

# Small, quiet, and no checkpoint in the midst of a test.
_SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
DirsAllowed = {allowed}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""
_PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A running server."""

    sql_port: int
    http_port: int

    @property
    def endpoint(self) -> str:
        """Where it is asked queries."""
        return f"http://127.0.0.1:{self.http_port}/sparql"

    @property
    def graph_store(self) -> str:
        """Where graphs are put, by those whom it knows."""
        return f"http://127.0.0.1:{self.http_port}/sparql-graph-crud-auth"

    def sql(self, *statements: str, password: str = PASSWORD) -> str:
        """What isql prints; one failure ends it."""
        command = [
            "isql-vt",
            f"127.0.0.1:{self.sql_port}",
            "dba",
            password,
            "ERRORS=STDOUT",
            "VERBOSE=OFF",
            "BANNER=OFF",
        ]
        done = subprocess.run(
            [*command, "PROMPT=OFF"], input=";\n".join([*statements, ""]), capture_output=True, text=True, check=True
        )
        assert "*** Error" not in done.stdout, done.stdout
        return done.stdout

    def answer(self, query: str) -> bytes:
        """The rows of a query, as SPARQL's JSON."""
        accept = {"Accept": "application/sparql-results+json"}
        answer = requests.post(self.endpoint, data={"query": query}, headers=accept, timeout=_PATIENCE)
        assert answer.status_code == 200, answer.text
        return answer.content

    def graphs(self) -> dict[str, int]:
        """How many statements each of our graphs has."""
        counted = self.sql(
            "SPARQL SELECT ?g COUNT(*) WHERE { GRAPH ?g { ?s ?p ?o } FILTER (CONTAINS(STR(?g), 'graph-builder')) }"
        )
        return {name: int(count) for name, count in (line.split() for line in counted.splitlines() if line.strip())}

    def empty(self) -> None:
        """Take all of our graphs out."""
        self.sql(*(f"SPARQL CLEAR GRAPH <{name}>" for name in self.graphs()), "DELETE FROM DB.DBA.LOAD_LIST")

    def load(self, folder: Path, *names: str) -> None:
        """Load files by the bulk loader; what is in no graph comes into the ontology's."""
        wanted = (f"ld_dir('{folder}', '{name}', 'https://graph-builder.example/ontology')" for name in names)
        self.sql(*wanted, "rdf_loader_run()")
        assert self.sql("SELECT ll_file, ll_error FROM DB.DBA.LOAD_LIST WHERE ll_error IS NOT NULL").strip() == ""


@contextmanager
def running(folder: Path, allowed: Path) -> Iterator[Virtuoso]:
    """A server in an empty folder, which may load files from another, until the block ends."""
    server = Virtuoso(*_free_ports())
    settings = _SETTINGS.format(sql=server.sql_port, http=server.http_port, allowed=allowed)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = [shutil.which("virtuoso-t") or "", "+foreground", "+configfile", "virtuoso.ini"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(server, process, folder / "virtuoso.log")
            server.sql(f'SET PASSWORD "dba" "{PASSWORD}"', password="dba")
            yield server
        finally:
            process.kill()


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]


def _wait(server: Virtuoso, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            server.answer("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"Virtuoso does not start: {log.read_text() if log.exists() else 'it wrote no log'}")
