"""Accessibility: axe, keyboard, tablet and print."""

from __future__ import annotations

from importlib import resources

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import drawn_nodes, number_of, search, state
from tests.support.samples import HOSTILE

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

STATES = {
    "start": ("", ""),
    "start in English": ("#lang=en&theme=dark", ""),
    "entity": ("#theme=dark", "explorer.showEntity(explorer.shown.nodes[0])"),
    "pair": ("#lang=en", "explorer.showPair('relations', explorer.shown.drawn[0].from, explorer.shown.drawn[0].to)"),
    "article": ("", "explorer.change({ selection: { article: 0 } })"),
    "together": ("#view=cooccurrence&colour=community", ""),
    "map": ("#view=map", ""),
    "map in the dark": ("#view=map&theme=dark&lang=en", "explorer.showEntity(explorer.shown.nodes[0])"),
    "table": ("#view=table", ""),
    "table in the dark": ("#view=table&theme=dark&net=cooccurrence", ""),
    "story": ("#view=story", "explorer.showEntity(explorer.shown.nodes[0])"),
    "story in the dark": ("#view=story&theme=dark&lang=en", ""),
    "table of a pair": (
        "#theme=dark",
        "const { from, to } = explorer.shown.drawn.find(({ tellings }) => tellings.length > 1);"
        "explorer.showPair('relations', from, to); document.querySelector('.ways button').click()",
    ),
    "communities": ("#lang=en&view=cooccurrence", "document.querySelector('[data-key=fold-community]')?.click()"),
    "search": ("", "const q = document.querySelector('#query'); q.value = 'حلب'; q.dispatchEvent(new Event('input'))"),
    "focus": (
        "#lang=en",
        "explorer.change({ focus: { near: explorer.shown.nodes[0], steps: 2 }, kind: ['PER', 'LOC'] })",
    ),
    "help": ("#theme=dark", "document.querySelector('#help').click()"),
}


@pytest.mark.parametrize(
    ("name", "width"), [*((name, 1280) for name in STATES), ("start", 768), ("entity", 768), ("story", 390)]
)
def test_accessibility_axe_finds_nothing(opened: Opener, sample: Result, name: str, width: int) -> None:
    address, act = STATES[name]
    page = opened(sample, address=address, width=width, height=1024 if width == 768 else 800)
    if act:
        page.evaluate(f"() => {{ {act} }}")
    page.evaluate(f"{AXE};0")
    violations = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(result => result.violations)")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []


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


def test_print_shows_picture_and_evidence(explorer: Page) -> None:
    explorer.evaluate("explorer.showPair('relations', explorer.shown.drawn[0].from, explorer.shown.drawn[0].to)")
    explorer.emulate_media(media="print")
    expect(explorer.locator("#panel blockquote").first).to_be_visible()
    expect(explorer.locator("#canvas")).to_be_visible()
    expect(explorer.locator("#facets")).to_be_hidden()
    expect(explorer.locator(".tools")).to_be_hidden()
