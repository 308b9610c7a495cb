"""graph-builder serve, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.command import MODULE


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its process, and the address that it says it serves at."""

    process: subprocess.Popen[str]
    url: str

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def sparql(self) -> str:
        return f"{self.url}/sparql"


@contextmanager
def serving(folder: Path, *options: str, env: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve a build at any free port until the block ends."""
    command: list[str | Path] = [*MODULE, "serve", folder, "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **(env or {})}) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line.startswith("Serving "), line
        try:
            yield Served(process, line.split()[-1].removesuffix("/sparql"))
        finally:
            process.terminate()


def wait_until(happened: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something has happened, and fail if it does not in time."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)
