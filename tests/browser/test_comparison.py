"""The page of a comparison: both languages, accessible, on a phone, in the dark, on paper, without requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from graph_builder.compare import Side, compare, write
from graph_builder.core.filters import in_articles
from graph_builder.core.values import Knowledge
from tests.support.synthetic import synthetic_knowledge

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two halves of a made-up corpus."""
    knowledge = synthetic_knowledge(200)
    ids = [document.id for document in knowledge.documents]
    halves: list[Knowledge] = [in_articles(knowledge, set(ids[half::2])) for half in (0, 1)]
    folder = tmp_path_factory.mktemp("comparison")
    write(compare(Side("صحيفة الشمال", halves[0]), Side("The South", halves[1])), folder)
    return folder / "comparison.html"


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    """Opens the page, and in the end fails on any message, error or request that it caused."""
    heard: list[str] = []
    pages: list[Page] = []

    def open_page(address: str = "", width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport=ViewportSize(width=width, height=900), color_scheme="dark" if scheme == "dark" else "light"
        )
        page = context.new_page()
        pages.append(page)
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: heard.append(request.url))
        page.goto(path.as_uri() + address)
        assert heard.pop(0).partition("#")[0] == path.as_uri()
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert heard == []


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [("", 1280, "light"), ("#lang=en", 1280, "dark"), ("", 390, "dark"), ("#lang=en", 390, "light")],
)
def test_axe_finds_nothing_and_nothing_overflows(opened: Opened, address: str, width: int, scheme: str) -> None:
    page = opened(address, width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate(f"{AXE};0")
    violations = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(result => result.violations)")
    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in violations] == []


def test_the_language_is_changed_and_kept_in_the_address(opened: Opened) -> None:
    page = opened()
    expect(page.locator("#retold h2")).to_have_text("ما يرويه الطرفان روايتينTold differently")
    expect(page.locator("#retold h2 .t[lang=en]")).to_be_hidden()
    page.click("#language")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator("#retold h2 .t[lang=en]")).to_be_visible()
    expect(page.locator("#retold h2 .t[lang=ar]")).to_be_hidden()
    assert page.evaluate("location.hash") == "#lang=en"


def test_a_sentence_leads_to_its_place_in_the_article(opened: Opened) -> None:
    page = opened()
    page.click("#open")
    link = page.locator("#retold a[href^='#s-'], #relations .few a[href^='#s-']").first
    target = link.get_attribute("href") or ""
    expect(page.locator(target)).to_be_hidden()
    page.evaluate("document.querySelectorAll('details.few').forEach(each => { each.open = true })")
    link.click()
    expect(page.locator(target)).to_be_visible()
    expect(page.locator(target)).to_be_in_viewport()


def test_paper_has_the_sentences(opened: Opened) -> None:
    page = opened()
    quote = page.locator("#entities .evidence blockquote, #retold .evidence blockquote").first
    page.evaluate("document.querySelectorAll('details.few').forEach(each => { each.open = true })")
    expect(quote).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(quote).to_be_visible()
    expect(page.locator("#language")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(quote).to_be_hidden()
