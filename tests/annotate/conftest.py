"""One real pipeline for all tests that need one: loading it takes seconds."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import NoReturn

import pytest

from graph_builder.annotate.stanza import Loaded, load
from graph_builder.annotate.weights import find_weights


@pytest.fixture(scope="session")
def connections() -> list[str]:
    """What tried to reach the network while it was refused."""
    return []


@pytest.fixture(scope="session")
def refuse(connections: list[str]) -> Callable[[pytest.MonkeyPatch], None]:
    """Refuses every connection and every look-up of a name, and notes it."""

    def refused(*arguments: object, **_: object) -> NoReturn:
        connections.append(repr(arguments))
        raise OSError("there is no network in this test")

    def apply(monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("connect", "connect_ex", "sendto"):
            monkeypatch.setattr(socket.socket, name, refused)
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            monkeypatch.setattr(socket, name, refused)

    return apply


@pytest.fixture(scope="session")
def pipeline(refuse: Callable[[pytest.MonkeyPatch], None]) -> Loaded:
    """Stanza with the bundled weights on a CPU, loaded without a network."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        refuse(monkeypatch)
        return load(find_weights(), "cpu")
