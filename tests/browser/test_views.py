"""Views: graph, map and table, languages, themes, small and large."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from graph_builder.core.values import Knowledge
from tests.browser.conftest import Opener
from tests.browser.hands import choose, drawn_edges, drawn_nodes, search, state
from tests.export.explorer.awkward import awkward_knowledge
from tests.support.samples import HOSTILE, result_of

pytestmark = pytest.mark.browser


def test_view_opens_in_arabic_on_relations(explorer: Page) -> None:
    assert explorer.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    expect(explorer.locator("[data-view=relations]")).to_have_attribute("aria-pressed", "true")
    expect(explorer.locator("#totals")).to_have_text("المقالات 3الأسماء 8العلاقات 8")
    expect(explorer.locator("#panel")).to_contain_text("ليلى المنصوري")
    assert explorer.evaluate("explorer.network.physics.physicsEnabled") is False


def test_view_first_visit_shows_hints(explorer: Page) -> None:
    intro = explorer.locator("#panel .intro")
    expect(intro).to_contain_text("ماذا أرى؟")
    intro.locator("li button").nth(1).click()
    expect(explorer.locator("#panel blockquote").first).to_be_visible()
    explorer.keyboard.press("Escape")
    intro.locator("button", has_text="فهمت").click()
    expect(intro).to_have_count(0)
    assert explorer.evaluate("localStorage.getItem('graph-builder.welcomed')") == "yes"


def test_view_help_has_the_settings(explorer: Page) -> None:
    explorer.keyboard.press("?")
    guide = explorer.locator("#guide")
    expect(guide).to_contain_text("كيف تُقرأ هذه الصفحة")
    guide.locator("summary").click()
    expect(guide.locator(".settings")).to_contain_text("window")
    explorer.keyboard.press("Escape")
    expect(guide).to_be_hidden()


def test_view_map_shares_the_selection(explorer: Page) -> None:
    search(explorer, "حلب")
    explorer.click("[data-view=map]")
    expect(explorer.locator("#map .place.chosen")).to_have_count(1)
    assert explorer.locator("#map .country").count() > 150
    expect(explorer.locator("#map .country.mentioned")).to_have_count(1)
    explorer.keyboard.press("Escape")
    explorer.locator("#map .spot").focus()
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text("حلب")
    before = explorer.locator("#map svg").get_attribute("viewBox")
    explorer.click("[data-zoom=in]")
    assert explorer.locator("#map svg").get_attribute("viewBox") != before


def test_view_map_without_places_says_so(opened: Opener) -> None:
    page = opened(result_of(awkward_knowledge()), address="#view=map")
    expect(page.locator("#empty")).to_have_text("لا أماكن معروفة الموقع في هذا العرض.")


def test_view_table_follows_filters_and_sorting(explorer: Page) -> None:
    explorer.click("[data-view=table]")
    rows = explorer.locator("#table tbody tr")
    expect(rows).to_have_count(8)
    expect(rows.first).to_contain_text("تشاور مع")
    confidence = explorer.locator("#table th", has_text="الثقة")
    confidence.locator("button").click()
    expect(confidence).to_have_attribute("aria-sort", "descending")
    expect(rows.first).to_contain_text("95")
    confidence.locator("button").click()
    expect(confidence).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_contain_text("40")
    choose(explorer, "أماكن")
    expect(rows).to_have_count(1)
    rows.first.locator("button").click()
    expect(explorer.locator("#panel blockquote")).to_have_text("تقع حلب في سوريا.")
    expect(explorer.locator("#table tr.chosen")).to_have_count(1)


def test_view_table_of_cooccurrence(explorer: Page) -> None:
    explorer.click("[data-view=table]")
    explorer.locator("#table .views button", has_text="الذكر المشترك").click()
    expect(explorer.locator("#table tbody tr")).to_have_count(explorer.evaluate("explorer.data.pairs.length"))


def test_view_saved_table_escapes_formulas(explorer: Page, tmp_path: Path) -> None:
    explorer.click("[data-view=table]")
    with explorer.expect_download() as download:
        explorer.click("[data-key=save-table]")
    path = tmp_path / "table.csv"
    download.value.save_as(path)
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 9
    assert {len(row) for row in rows} == {11}
    assert any(row[0] == f"'{HOSTILE}" for row in rows)
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)


def test_view_table_is_copied(explorer: Page) -> None:
    explorer.click("[data-view=table]")
    explorer.click("[data-key=copy-table]")
    lines = explorer.evaluate("navigator.clipboard.readText()").strip().split("\n")
    assert len(lines) == 9
    assert lines[0].startswith("الفاعل\tالعلاقة")


@pytest.mark.parametrize("view", ["relations", "map"])
def test_view_picture_is_saved(explorer: Page, tmp_path: Path, view: str) -> None:
    explorer.click(f"[data-view={view}]")
    with explorer.expect_download() as download:
        explorer.click("#picture")
    path = tmp_path / "picture.png"
    download.value.save_as(path)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 5000


def test_view_languages_and_directions(explorer: Page) -> None:
    search(explorer, "حلب")
    explorer.click("#language")
    assert explorer.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    expect(explorer.locator("#panel h2")).to_have_text("Aleppo")
    expect(explorer.locator("#panel")).to_contain_text("Tied to Aleppo")
    expect(explorer.locator("#query")).to_have_attribute(
        "placeholder", "Search people, places, organisations, articles"
    )
    left, canvas, right = (explorer.locator(name).bounding_box() for name in ("#facets", "#canvas", "#panel"))
    assert left and canvas and right
    assert left["x"] < canvas["x"] < right["x"]
    explorer.click("#language")
    assert explorer.evaluate("document.documentElement.dir") == "rtl"
    expect(explorer.locator("#panel h2")).to_have_text("حلب")


def test_view_light_and_dark(opened: Opener, sample: Result) -> None:
    page = opened(sample, scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    assert state(page, "theme") == "light"


def test_view_sizes_and_colours(explorer: Page) -> None:
    look = "explorer.network.body.data.nodes.get().map(({ id, size, color }) => [id, size, color.background])"
    before = explorer.evaluate(look)
    explorer.locator("#facets [data-key=size]").select_option("betweenness")
    sized = explorer.evaluate(look)
    assert [row[1] for row in sized] != [row[1] for row in before]
    explorer.locator("#facets [data-key=colour]").select_option("community")
    assert [row[2] for row in explorer.evaluate(look)] != [row[2] for row in sized]


def test_view_starts_with_sixty_strongest_edges(opened: Opener, crowd: Result) -> None:
    page = opened(crowd)
    tied = page.evaluate("explorer.shown.nodes.length")
    assert len(drawn_nodes(page)) == 60
    page.click("#more")
    assert len(drawn_nodes(page)) == 120
    page.click("#all")
    assert len(drawn_nodes(page)) == tied
    page.click("#fewer")
    assert len(drawn_nodes(page)) == 60
    weakest = page.evaluate("explorer.shown.nodes.at(-1)")
    page.evaluate("id => explorer.showEntity(id)", weakest)
    assert page.evaluate("id => explorer.network.body.nodeIndices.includes(id)", weakest)


def test_view_of_many_edges_draws_the_strongest(opened: Opener, crowd: Result) -> None:
    page = opened(crowd)
    possible = page.evaluate("explorer.shown.possible.length")
    assert drawn_edges(page) <= 4 * 60 < possible
    weak = page.evaluate("explorer.shown.possible.find(edge => !explorer.shown.drawn.includes(edge))")
    page.evaluate("({ from, to }) => explorer.showPair('relations', from, to)", weak)
    assert weak["id"] in page.evaluate("explorer.shown.drawn.map(edge => edge.id)"), "what is selected is drawn"
    page.click("#lines")
    assert drawn_edges(page) == possible
    page.click("#lines")
    assert drawn_edges(page) < possible


def test_view_labels_do_not_overlap(opened: Opener, crowd: Result) -> None:
    page = opened(crowd)
    assert page.evaluate("explorer.names.length") > 25
    overlapping = page.evaluate(
        """explorer.names.flatMap((a, i) => explorer.names.slice(i + 1).filter(b =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length"""
    )
    assert overlapping == 0


def test_view_neighbourhood_layout(explorer: Page) -> None:
    search(explorer, "حلب")
    places = "JSON.stringify(explorer.network.getPositions())"
    before = explorer.evaluate(places)
    explorer.click("#rearrange")
    explorer.wait_for_timeout(400)
    assert explorer.evaluate(places) != before
    explorer.wait_for_timeout(2600)
    assert explorer.evaluate("explorer.network.physics.physicsEnabled") is False


def test_view_of_an_empty_build(opened: Opener) -> None:
    page = opened(Result(Knowledge((), (), (), (), ()), nx.Graph(), nx.MultiDiGraph()))
    expect(page.locator("#empty")).to_be_visible()
    for view in ("map", "table", "cooccurrence"):
        page.click(f"[data-view={view}]")
