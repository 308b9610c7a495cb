from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from graph_builder.core.result import Result
from graph_builder.export.explorer import write
from tests.browser.pages import Pages
from tests.support.samples import result_of, sample_result
from tests.support.synthetic import synthetic_knowledge

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_FIREFOX = ("firefox-esr", "firefox")
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_WIDE = {"width": 1280, "height": 800}
# Firefox takes from its preferences what Chromium lets each page choose: here a dark screen without motion.
_PREFERENCES: dict[str, str | float | bool] = {"ui.systemUsesDarkTheme": 1, "ui.prefersReducedMotion": 1}

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
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium."""
    browser = playwright.chromium.launch(executable_path=_installed(_CHROMIUM), args=_QUIET.split())
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox_downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Firefox puts what its pages save; Playwright does not hear of it."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def firefox(playwright: Playwright, firefox_downloads: Path) -> Iterator[Browser]:
    """Firefox as its maker publishes it, through WebDriver BiDi."""
    browser = playwright.firefox.launch(
        executable_path=_installed(_FIREFOX),
        channel="moz-firefox",
        firefox_user_prefs=_PREFERENCES,
        downloads_path=firefox_downloads,
    )
    yield browser
    browser.close()


def _installed(names: tuple[str, ...]) -> str:
    executable = next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        pytest.skip(f"no browser: none of {', '.join(names)} is installed")
    return executable


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Opens files in Chromium, and in the end fails on any message, error or request that they caused."""
    pages = Pages(browser, viewport=_WIDE, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"])
    yield pages
    pages.close()


@pytest.fixture
def firefox_pages(firefox: Browser) -> Iterator[Pages]:
    """Opens files in Firefox, on a dark screen, and in the end fails on the same."""
    pages = Pages(firefox, viewport=_WIDE)
    yield pages
    pages.close()


@pytest.fixture
def opened(pages: Pages, tmp_path: Path) -> Opener:
    """Opens the explorer of a build in Chromium."""

    def open_page(
        result: Result, address: str = "", width: int = 1280, height: int = 800, scheme: str = "light", **options: Any
    ) -> Page:
        path = tmp_path / "explorer.html"
        write(result, path)
        size = {"width": width, "height": height}
        return pages.open(path, address, viewport=size, color_scheme=scheme, **options)

    return open_page


@pytest.fixture
def explorer(opened: Opener, sample: Result) -> Page:
    """The page of the sample."""
    return opened(sample)
