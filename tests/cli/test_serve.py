"""graph-builder serve: how it begins and ends; tests/store/test_serve.py asks it."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest
import requests

from graph_builder.export import write_all
from tests.support.command import graph_builder
from tests.support.samples import sample_result
from tests.support.serving import Served, serving, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the sample."""
    folder = tmp_path_factory.mktemp("built")
    write_all(sample_result(), folder)
    return folder


def asked(served: Served) -> bool:
    return bool(requests.get(served.sparql, params={"query": "ASK { ?a gb:consult ?b }"}, timeout=60).json()["boolean"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_stops_cleanly(number: signal.Signals, built: Path, tmp_path: Path) -> None:
    with serving(built, env={"TMPDIR": str(tmp_path)}) as served:
        assert asked(served)
        assert list(tmp_path.iterdir())
        children = subprocess.run(["pgrep", "-P", str(served.process.pid)], capture_output=True, check=True).stdout
        served.process.send_signal(number)
        assert served.process.wait(timeout=20) == 0
        assert served.process.stderr is not None
        assert served.process.stderr.read() == "Stopped serving.\n"
    assert list(tmp_path.iterdir()) == []
    processes = [Path("/proc", each.decode()) for each in children.split()]
    wait_until(lambda: not any(each.exists() for each in processes))


def test_serve_failures_are_sentences(built: Path, tmp_path: Path) -> None:
    none = graph_builder("serve", tmp_path)
    assert none.returncode == 1 and "has no explorer.html; build into it first" in none.stderr
    shutil.copy(built / "explorer.html", tmp_path)
    rdf = graph_builder("serve", tmp_path)
    assert (rdf.returncode, rdf.stderr) == (
        1,
        f"Error: {tmp_path}/graph.ttl is missing; name the folder of a build, or build into it again.\n",
    )
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = graph_builder("serve", built, "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port} of 127.0.0.1 cannot be served" in done.stderr


def test_serve_opens_the_explorer(built: Path, tmp_path: Path) -> None:
    script, seen = tmp_path / "browser.sh", tmp_path / "seen.txt"
    script.write_text(f'#!/bin/sh\necho "$1" >> "{seen}"\n', encoding="utf-8")
    script.chmod(0o755)
    with serving(built, "--open", env={"BROWSER": f"{script} %s"}) as served:
        assert asked(served)
        wait_until(lambda: seen.exists() and seen.read_text(encoding="utf-8") != "")
        assert seen.read_text(encoding="utf-8").strip() == f"{served.url}/explorer.html"
