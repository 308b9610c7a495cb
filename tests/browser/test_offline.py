"""No page of a build asks anything of a network, in either browser.

Every other test of a page fails on a request, too; these show that they would hear of one, and that the policy of the
page would stop it.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.hands import wait_for
from tests.browser.pages import Pages

pytestmark = pytest.mark.browser

COMPLETE = "document.readyState === 'complete'"


@pytest.fixture
def nowhere() -> Iterator[str]:
    """The address of a picture at a port where nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/picture.png"


@pytest.fixture(params=["pages", "firefox_pages"], ids=["chromium", "firefox"])
def either(request: pytest.FixtureRequest) -> Pages:
    """Opens files in each of the two browsers."""
    pages: Pages = request.getfixturevalue(request.param)
    return pages


@pytest.mark.parametrize("name", ["explorer.html", "index.html"])
def test_offline_page_requests_nothing(either: Pages, seeds_output: Path, name: str) -> None:
    page = either.open(seeds_output / name, ready=COMPLETE)
    assert page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)") == []
    assert either.heard == []


@pytest.mark.parametrize("name", ["explorer.html", "index.html"])
def test_offline_policy_stops_requests(either: Pages, seeds_output: Path, name: str, nowhere: str) -> None:
    page = either.open(seeds_output / name, ready=COMPLETE)
    page.evaluate(
        """address => {
          addEventListener("securitypolicyviolation", (event) => (window.stopped = event.effectiveDirective));
          document.body.append(Object.assign(new Image(), { src: address }));
        }""",
        nowhere,
    )
    wait_for(page, "window.stopped")
    assert page.evaluate("stopped") == "img-src"
    assert any("img-src" in message for message in either.heard)
    either.heard.clear()


def test_offline_request_is_heard(either: Pages, tmp_path: Path, nowhere: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><img src={nowhere}>", encoding="utf-8")
    either.open(path, ready=COMPLETE)
    assert f"request: {nowhere}" in either.heard
    either.heard.clear()
