"""Every view by keyboard alone, and what axe finds in it, in languages, colours and sizes."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.pages import Pages
from tests.browser.walk import walk

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

LOOKS: dict[str, dict[str, Any]] = {
    "Arabic": {},
    "English, dark": {"address": "#lang=en&theme=dark", "reduced_motion": "no-preference"},
    "Arabic, dark, on a phone": {"address": "#theme=dark", "width": 390, "height": 844},
    "English, on a tablet": {"address": "#lang=en", "width": 768, "height": 1024},
    "English, in forced colours": {"address": "#lang=en", "forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_view_by_keyboard_without_violations(opened: Opener, sample: Result, look: str) -> None:
    page = opened(sample, **LOOKS[look])
    page.evaluate(f"{AXE};0")
    found = {}

    def check(view: str) -> None:
        if violations := _violations(page):
            found[view] = violations

    walk(page, check)
    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_overview_without_violations(pages: Pages, seeds_output: Path, width: int, scheme: str) -> None:
    size = {"width": width, "height": 844}
    page = pages.open(seeds_output / "index.html", ready="document.body", viewport=size, color_scheme=scheme)
    page.evaluate(f"{AXE};0")
    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def _violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that axe finds broken, with the elements that break them."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    violations = page.evaluate("options => axe.run(options).then(({ violations }) => violations)", options)
    found = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in violations]
    return [(rule, nodes) for rule, nodes in found if not (rule == "target-size" and all("range-" in n for n in nodes))]


def test_every_view_has_its_address(opened: Opener, sample: Result) -> None:
    page = opened(sample, address="#lang=en")
    seen: dict[str, tuple[str, Any]] = {}
    walk(page, lambda view: seen.setdefault(page.evaluate("location.hash"), (view, page.evaluate(_SHOWN))) and None)
    assert len(seen) > 15
    for address, (view, shown) in seen.items():
        assert opened(sample, address=address).evaluate(_SHOWN) == shown, (view, address)


# What a view shows but for what is transient: hints of the first visit, a toast, who is to be the end of a path.
_SHOWN = """() => ({
  state: explorer.state,
  drawn: [...explorer.shown.shown].sort(),
  matching: document.querySelector(".matching").textContent,
  headings: [
    ...document.querySelectorAll("#panel h2:not(.intro h2), #panel h3"),
  ].map(each => each.textContent),
  rows: [...document.querySelectorAll("#table:not([hidden]) tbody tr")].map(each => each.textContent),
  chosen: [...document.querySelectorAll("#panel .ways .chosen")].map(each => each.textContent),
  places: document.querySelectorAll("#map:not([hidden]) .spot").length,
  empty: document.querySelector("#empty").hidden,
  direction: document.documentElement.dir,
})"""
