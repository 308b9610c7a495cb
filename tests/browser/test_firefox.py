"""Both pages of a build in Firefox. What these tests do not repeat is tested in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from graph_builder.export.explorer import parts, write
from tests.browser.hands import drawn_nodes, search, state, wait_for
from tests.browser.pages import Pages
from tests.browser.walk import walk
from tests.support.samples import result_of
from tests.support.synthetic import synthetic_news

pytestmark = pytest.mark.browser

INK = """[...document.querySelector("#canvas canvas").getContext("2d").getImageData(0, 0, 900, 700).data]
  .reduce((count, value, at) => count + (at % 4 === 3 && value > 0), 0)"""
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def seeds(firefox_pages: Pages, seeds_output: Path) -> Page:
    """The explorer of the seeds."""
    return firefox_pages.open(seeds_output / "explorer.html")


def test_firefox_draws_the_seeds_and_restores_an_address(seeds: Page, firefox_pages: Pages, seeds_output: Path) -> None:
    assert seeds.evaluate(INK) > 20_000, "the graph is drawn"
    search(seeds, "اسد")
    expect(seeds.locator("#panel h2")).to_have_text("بشار الأسد")
    seeds.locator("#panel .sentences summary").click()
    expect(seeds.locator("#panel blockquote").first).to_contain_text("الأسد")
    seeds.locator("#facets [data-key=kind-PER]").check()
    people = drawn_nodes(seeds)
    assert 5 < len(people) < 20
    seeds.click("#language")
    assert seeds.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    address = seeds.evaluate("location.hash")
    other = firefox_pages.open(seeds_output / "explorer.html", address)
    expect(other.locator("#panel h2")).to_have_text("Bashar al-Assad")
    assert drawn_nodes(other) == people
    assert other.evaluate("explorer.hashOf(explorer.state)") == address


def test_firefox_every_view_by_keyboard(firefox_pages: Pages, sample: Result, tmp_path: Path) -> None:
    write(sample, tmp_path / "explorer.html")
    walk(firefox_pages.open(tmp_path / "explorer.html"), lambda _: None)


def test_firefox_keyboard_walks_the_graph(seeds: Page) -> None:
    seeds.keyboard.press("Tab")
    expect(seeds.locator("#skip")).to_be_focused()
    seeds.locator("#canvas").focus()
    seeds.keyboard.press("PageDown")
    first = seeds.locator("#panel h2").text_content()
    seeds.keyboard.press("PageDown")
    assert seeds.locator("#panel h2").text_content() != first
    before = seeds.evaluate("[explorer.network.getScale(), explorer.network.getViewPosition().x]")
    seeds.keyboard.press("+")
    seeds.keyboard.press("ArrowRight")
    after = seeds.evaluate("[explorer.network.getScale(), explorer.network.getViewPosition().x]")
    assert after[0] > before[0] and after[1] > before[1]
    seeds.keyboard.press("?")
    expect(seeds.locator("#guide")).to_be_visible()
    seeds.keyboard.press("Escape")
    expect(seeds.locator("#guide")).to_be_hidden()
    expect(seeds.locator("#canvas")).to_be_focused()
    seeds.keyboard.press("Escape")
    assert state(seeds, "selection") is None


def test_firefox_other_views(seeds: Page) -> None:
    seeds.click("[data-view=map]")
    assert seeds.locator("#map .place").count() > 10
    seeds.click("[data-view=cooccurrence]")
    assert seeds.evaluate(INK) > 20_000
    seeds.click("[data-view=table]")
    seeds.locator("#table tbody button").first.click()
    expect(seeds.locator("#panel blockquote").first).to_be_visible()
    seeds.go_back()
    assert state(seeds, "selection") is None


def test_firefox_saves_picture_and_table(seeds: Page, firefox_downloads: Path) -> None:
    assert saved(seeds, "#picture", firefox_downloads / "graph.png").startswith(b"\x89PNG")
    seeds.click("[data-view=table]")
    table = saved(seeds, "[data-key=save-table]", firefox_downloads / "table.csv").decode("utf-8-sig")
    assert "بشار الأسد" in table.splitlines()[1]
    seeds.click("[data-view=map]")
    assert saved(seeds, "#picture", firefox_downloads / "map.png").startswith(b"\x89PNG")


def saved(page: Page, control: str, path: Path) -> bytes:
    """Click what saves a file, and return the content of the file."""
    page.click(control)
    for _ in range(100):
        if path.exists() and path.stat().st_size:
            break
        page.wait_for_timeout(50)
    return path.read_bytes()


def test_firefox_is_dark_on_a_dark_screen(seeds: Page) -> None:
    assert state(seeds, "theme") == "auto"
    dark = seeds.evaluate(GROUND)
    seeds.click("#theme")
    assert state(seeds, "theme") == "light"
    assert dark == "rgb(20, 22, 25)" != seeds.evaluate(GROUND)


def test_firefox_dates_by_pointer_and_by_slider(seeds: Page) -> None:
    box = seeds.locator("#timeline .bars").bounding_box()
    assert box
    seeds.mouse.move(box["x"] + 4, box["y"] + 10)
    seeds.mouse.down()
    seeds.mouse.move(box["x"] + 12, box["y"] + 10)
    seeds.mouse.up()
    latest = state(seeds, "from")
    assert latest and state(seeds, "to")
    seeds.locator("[data-key=range-all]").click()
    assert state(seeds, "from") == ""
    seeds.locator("[data-key=range-from]").focus()
    seeds.keyboard.press("End")
    assert state(seeds, "from") == latest, "time runs to the left in Arabic"


def test_firefox_unpacks_a_large_build(
    firefox_pages: Pages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, large: Result
) -> None:
    monkeypatch.setattr(parts, "LARGEST_WHOLE", 0)
    write(large, tmp_path / "explorer.html")
    page = firefox_pages.open(tmp_path / "explorer.html")
    assert page.evaluate("explorer.unpacked") == ["data"]
    name = page.evaluate("explorer.data.entities[explorer.shown.nodes.at(-1)].name")
    search(page, name)
    expect(page.locator("#panel h2")).to_have_text(name)
    page.locator("#panel section .row").first.click()
    expect(page.locator("#panel blockquote").first).to_contain_text(name)
    read = page.evaluate("explorer.unpacked")
    assert "together" in read and any(part.startswith("sentences-") for part in read)


def test_firefox_shows_the_overview(firefox_pages: Pages, seeds_output: Path) -> None:
    page = firefox_pages.open(seeds_output / "index.html", ready="document.readyState === 'complete'")
    expect(page.locator("h1")).to_contain_text("خلاصة الأخبار")
    assert page.evaluate(GROUND) == "rgb(22, 24, 28)", "it is dark where the screen is"
    assert page.locator("svg.when-chart rect").count() > 3
    page.locator("a.start").click()
    wait_for(page, "window.explorer")
    assert page.evaluate(INK) > 20_000


@pytest.fixture(scope="module")
def large() -> Result:
    """Two hundred names in more sentences than the first part holds."""
    return result_of(synthetic_news(45))
