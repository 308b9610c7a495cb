"""Keys, tablet and folded sides."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import drawn_nodes, number_of, search, state
from tests.support.samples import HOSTILE

pytestmark = pytest.mark.browser


def test_keyboard_reaches_everything(explorer: Page) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type("ليلى")
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text("ليلى المنصوري")
    explorer.keyboard.press("Tab")
    assert explorer.evaluate("document.activeElement.closest('#panel') !== null")
    explorer.keyboard.press("Escape")
    expect(explorer.locator("#panel h2[tabindex]")).to_have_count(0)


def test_keyboard_skip_link(explorer: Page) -> None:
    explorer.keyboard.press("Tab")
    expect(explorer.locator("#skip")).to_be_focused()
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel")).to_be_focused()


def test_keyboard_walks_the_graph(explorer: Page) -> None:
    explorer.locator("#canvas").focus()
    explorer.keyboard.press("PageDown")
    first = explorer.locator("#panel h2").text_content()
    expect(explorer.locator("#canvas")).to_be_focused()
    explorer.keyboard.press("PageDown")
    assert explorer.locator("#panel h2").text_content() != first
    explorer.keyboard.press("PageUp")
    assert explorer.locator("#panel h2").text_content() == first
    before = explorer.evaluate("[explorer.network.getScale(), explorer.network.getViewPosition().x]")
    explorer.keyboard.press("+")
    explorer.keyboard.press("ArrowRight")
    after = explorer.evaluate("[explorer.network.getScale(), explorer.network.getViewPosition().x]")
    assert after[0] > before[0] and after[1] > before[1]


def test_keyboard_focus_is_kept_by_filters(explorer: Page) -> None:
    box = explorer.locator("#facets [data-key=kind-LOC]")
    box.focus()
    explorer.keyboard.press("Space")
    assert drawn_nodes(explorer) == {"حلب", "سوريا"}
    expect(box).to_be_focused()
    explorer.keyboard.press("Space")
    assert state(explorer, "kind") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_tablet_has_no_overflow(opened: Opener, sample: Result, language: str) -> None:
    page = opened(sample, address=f"#lang={language}", width=768, height=1024)
    page.evaluate("id => explorer.showEntity(id)", number_of(page, HOSTILE))
    assert page.evaluate("document.documentElement.scrollWidth") == 768
    assert page.evaluate("document.documentElement.scrollHeight") == 1024
    canvas = page.locator("#canvas").bounding_box()
    assert canvas is not None
    assert canvas["height"] > 600 and canvas["width"] == 768
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


def test_tablet_panels_are_drawers(opened: Opener, sample: Result) -> None:
    page = opened(sample, width=768, height=1024)
    facets, panel = page.locator("#facets"), page.locator("#panel")
    expect(facets).to_be_hidden()
    expect(panel).to_be_hidden()
    page.click("#open-facets")
    expect(facets).to_be_visible()
    expect(page.locator("#open-facets")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(facets).to_be_hidden()
    search(page, "حلب")
    expect(panel).to_be_visible()
    panel.locator(".close").click()
    expect(panel).to_be_hidden()


def test_wide_screen_panels_fold(explorer: Page) -> None:
    before = explorer.locator("#canvas").bounding_box()
    explorer.click("#open-facets")
    explorer.click("#open-panel")
    after = explorer.locator("#canvas").bounding_box()
    assert before and after
    assert after["width"] == 1280 > before["width"]
    expect(explorer.locator("#open-panel")).to_have_attribute("aria-expanded", "false")
    search(explorer, "حلب")
    expect(explorer.locator("#panel h2")).to_have_text("حلب")
