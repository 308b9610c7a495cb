from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, ViewportSize, sync_playwright

from graph_builder.core.result import Result
from graph_builder.export.explorer import write
from tests.browser.hands import wait_for
from tests.support.samples import result_of, sample_result
from tests.support.synthetic import synthetic_knowledge

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def sample() -> Result:
    """The sample, built once."""
    return sample_result()


@pytest.fixture(scope="session")
def crowd() -> Result:
    """Some two hundred entities in seven hundred relations."""
    return result_of(synthetic_knowledge(700))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip(f"no browser: none of {', '.join(_NAMES)} is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_QUIET.split())
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens the page of a build from disk, and in the end fails on any message, error or request that it caused."""
    pages: list[Page] = []
    heard: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def requested(url: str) -> None:
        if not url.startswith(("blob:", "data:")):  # a file or a picture that the page made itself
            heard.append(f"request: {url}")

    def open_page(
        result: Result, address: str = "", width: int = 1280, height: int = 800, scheme: str = "light"
    ) -> Page:
        path = tmp_path / "explorer.html"
        write(result, path)
        context = browser.new_context(
            viewport=ViewportSize(width=width, height=height),
            reduced_motion="reduce",
            color_scheme="dark" if scheme == "dark" else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        pages.append(page)
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", dismiss)
        page.on("request", lambda request: requested(request.url))
        page.goto(path.as_uri() + address)
        wait_for(page, "window.explorer")
        assert heard.pop(0) == f"request: {path.as_uri()}"
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert heard == []


@pytest.fixture
def explorer(opened: Opener, sample: Result) -> Page:
    """The page of the sample."""
    return opened(sample)
