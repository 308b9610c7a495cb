"""The focus: where Tab leads, whether it is seen there, where it returns to, and what a screen reader is told."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import search

pytestmark = pytest.mark.browser

# What Tab should reach: all controls but those that are hidden, that a drawer covers, or that are the browser's own.
_REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && !each.closest("[inert]"))
  .map((each, index) => (each.dataset.stop = index))"""

# The element in focus: its number, whether something marks it, and whether it can be seen at one of nine points.
_FOCUSED = """() => {
  const focused = document.activeElement;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const places = [0.05, 0.5, 0.95];
  const points = places.flatMap(across => places.map(down => [left + width * across, top + height * down]));
  const under = getComputedStyle(focused).pointerEvents === "none" ? focused.parentElement : focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return {
    stop: Number(focused.dataset.stop ?? -1),
    marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
    seen: points.some(([x, y]) => under.contains(document.elementFromPoint(x, y))),
    html: focused.outerHTML.slice(0, 120),
  };
}"""

SIZES = {"wide": (1280, 800), "tablet": (768, 1024), "phone": (390, 844)}
PLACES = {
    "start": "",
    "entity": "explorer.showEntity(explorer.shown.nodes[0])",
    "pair": "explorer.showPair('relations', explorer.shown.drawn[0].from, explorer.shown.drawn[0].to)",
    "map": "explorer.change({ view: 'map', selection: { entity: explorer.shown.nodes[0] } })",
    "table": "explorer.change({ view: 'table', selection: { article: 0 } })",
    "filters": "document.body.dataset.drawer || document.querySelector('#open-facets').click()",
}


@pytest.mark.parametrize("size", SIZES)
def test_focus_reaches_all_and_is_seen(opened: Opener, crowd: Result, size: str) -> None:
    width, height = SIZES[size]
    page = opened(crowd, address="#lang=en", width=width, height=height)
    for place, act in PLACES.items():
        page.evaluate(f"() => {{ {act} }}")
        page.evaluate("document.activeElement.blur()")
        stops = page.evaluate(_REACHABLE)
        found = _stops(page, len(stops))
        assert [each for each in found if not (each["marked"] and each["seen"])] == [], (place, size)
        assert [each["stop"] for each in found] == stops, (place, size)


def _stops(page: Page, most: int) -> list[dict[str, Any]]:
    """Press Tab from the top of the page through all that has a number."""
    page.evaluate("document.querySelector('#skip').focus()")
    found: list[dict[str, Any]] = [page.evaluate(_FOCUSED)]
    for _ in range(most - 1):
        page.keyboard.press("Tab")
        found.append(page.evaluate(_FOCUSED))
    return found


@pytest.mark.parametrize("width", [390, 768])
def test_focus_returns_from_drawers(opened: Opener, sample: Result, width: int) -> None:
    page = opened(sample, width=width, height=844)
    page.locator("#open-facets").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#facets")).to_be_focused()
    assert page.evaluate("document.querySelector('.stage').inert"), "what the drawer covers is out of reach"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#open-facets")).to_be_focused()
    assert not page.evaluate("document.querySelector('.stage').inert")
    search(page, "ليلى")
    expect(page.locator("#panel h2")).to_be_focused()
    page.locator("#panel .close").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#open-panel")).to_be_focused()


def test_focus_returns_to_the_graph_that_a_drawer_covered(opened: Opener, sample: Result) -> None:
    page = opened(sample, width=390, height=844)
    page.locator("#canvas").focus()
    page.keyboard.press("PageDown")
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#canvas")).to_be_focused()


@pytest.mark.parametrize("width", [390, 768])
def test_focus_a_selection_in_the_address_opens_its_drawer(opened: Opener, sample: Result, width: int) -> None:
    page = opened(sample)
    search(page, "ليلى")
    address = page.evaluate("location.hash")
    assert "selection=entity." in address
    page = opened(sample, address=address, width=width, height=844)
    expect(page.locator("#panel h2")).to_be_visible()
    expect(page.locator("#open-panel")).to_have_attribute("aria-expanded", "true")


def test_focus_of_help_returns(explorer: Page) -> None:
    explorer.locator("[data-view=map]").focus()
    explorer.keyboard.press("?")
    assert explorer.evaluate("document.querySelector('#guide').contains(document.activeElement)")
    explorer.keyboard.press("Escape")
    expect(explorer.locator("[data-view=map]")).to_be_focused()


def test_announced_are_selection_filters_and_focus(explorer: Page) -> None:
    told = explorer.locator("#status")
    expect(told).to_have_attribute("role", "status")
    explorer.locator("#canvas").focus()
    explorer.keyboard.press("PageDown")
    expect(told).to_have_text(str(explorer.locator("#panel h2").text_content()))
    explorer.locator("#facets [data-key=kind-LOC]").focus()
    explorer.keyboard.press("Space")
    expect(told).to_have_text("1 من 8 علاقة")
    explorer.locator("#panel [data-key=focus-near1]").focus()
    explorer.keyboard.press("Enter")
    expect(told).to_contain_text("حول")
    explorer.locator("[data-view=table]").focus()
    explorer.keyboard.press("Enter")
    expect(told).to_contain_text("الجدول")


def test_focus_goes_from_place_to_place_on_the_map(opened: Opener, crowd: Result) -> None:
    page = opened(crowd, address="#view=map")
    page.locator("#map .spot[tabindex='0']").focus()
    for _ in range(6):
        page.click("[data-zoom=in]")
    page.locator("#map .spot[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("PageDown")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert second != first
    assert page.evaluate(_FOCUSED)["seen"], "the map moves to what is focused"
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(second)
    page.keyboard.press("PageUp")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == first
