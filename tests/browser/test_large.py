"""The explorer of a large build: few nodes drawn, all found, parts decompressed on demand."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph_builder.arabic.normalized import plain
from graph_builder.core.result import Result
from graph_builder.export.explorer import parts, write
from tests.browser.conftest import Opener
from tests.browser.hands import drawn_edges, drawn_nodes, number_of, search
from tests.support.samples import HOSTILE, result_of
from tests.support.synthetic import synthetic_news

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"document.title='done'\"></script><script>document.title='done'</script>"
UNCLOSED = "<img src=x onerror=document.title='done' "  # a tag that is closed is taken for the markup of an article


@pytest.fixture(scope="module")
def news() -> Result:
    """Two thousand names in more sentences than are kept in one piece."""
    return result_of(synthetic_news(450))


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch, opened: Opener, sample: Result) -> Page:
    """The sample as if it were large, two sentences a block."""
    _pack(monkeypatch)
    return opened(sample)


def _pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LARGEST_WHOLE", 0)
    monkeypatch.setattr(parts, "BLOCK", 2)


def _unpacked(page: Page) -> list[str]:
    return [str(name) for name in page.evaluate("explorer.unpacked")]


def test_large_undrawn_name_is_found_with_edges_and_evidence(opened: Opener, news: Result) -> None:
    page = opened(news)
    expect(page.locator("#totals")).to_contain_text("2,025")
    assert len(drawn_nodes(page)) == 60
    name = page.evaluate("explorer.data.entities[explorer.shown.nodes.at(-1)].name")
    assert name not in drawn_nodes(page)
    search(page, name)
    expect(page.locator("#panel h2")).to_have_text(name)
    assert name in drawn_nodes(page)
    number = number_of(page, name)
    edges = page.evaluate(
        "id => explorer.network.body.data.edges.get().filter(({ from, to }) => from === id || to === id).length", number
    )
    assert edges > 0, "whom it is tied to comes into the picture with it"
    page.locator("#panel .deeds .row, #panel section:has(h3:has(.column)) .row").first.click()
    expect(page.locator("#panel blockquote").first).to_contain_text(name)
    assert sum(part.startswith("sentences-") for part in _unpacked(page)) <= page.locator("#panel blockquote").count()


def test_large_drawn_nodes_are_limited(opened: Opener, news: Result) -> None:
    page = opened(news, address="#amount=1000000")
    assert len(drawn_nodes(page)) == page.evaluate("Math.min(5000, explorer.shown.nodes.length)")
    assert drawn_edges(page) > 1000


def test_large_parts_are_decompressed_on_demand(packed: Page) -> None:
    assert _unpacked(packed) == ["data"]
    assert len(drawn_nodes(packed)) == 6
    search(packed, "حلب")
    expect(packed.locator("#panel section", has_text="يرد مع")).to_be_visible()
    assert _unpacked(packed) == ["data", "together"]
    packed.locator("#panel .sentences summary").click()
    expect(packed.locator("#panel blockquote")).to_have_count(4)
    read = _unpacked(packed)
    packed.keyboard.press("Escape")
    search(packed, "حلب")
    packed.locator("#panel .sentences summary").click()
    expect(packed.locator("#panel blockquote").first).to_be_visible()
    assert _unpacked(packed) == read, "and once only"


def test_large_address_loads_its_parts(opened: Opener, sample: Result, packed: Page) -> None:
    pair = [number_of(packed, name) for name in ("حلب", HOSTILE)]
    packed.evaluate("([from, to]) => explorer.showPair('cooccurrence', from, to)", pair)
    expect(packed.locator("#panel blockquote")).to_have_text(plain(f"وكتب {HOSTILE} عن حلب.").text)
    address = packed.evaluate("explorer.hashOf(explorer.state)")
    other = opened(sample, address=address)
    expect(other.locator("[data-view=cooccurrence]")).to_have_attribute("aria-pressed", "true")
    expect(other.locator("#panel blockquote")).to_have_text(plain(f"وكتب {HOSTILE} عن حلب.").text)
    article = other.evaluate("explorer.data.documents.findIndex(({ title }) => title === 'الفرات')")
    other.evaluate("article => explorer.change({ selection: { article } })", article)
    expect(other.locator("#panel .reading")).to_contain_text("يمر نهر الفرات في هدوء.")


def test_large_last_request_is_shown(packed: Page) -> None:
    first, last = (number_of(packed, name) for name in ("حلب", "سوريا"))
    packed.evaluate(
        "([a, b]) => { explorer.showEntity(a); explorer.change({ kind: ['LOC'] }); explorer.showEntity(b) }",
        [first, last],
    )
    expect(packed.locator("#panel h2")).to_have_text("سوريا")
    assert drawn_nodes(packed) == {"حلب", "سوريا"}
    packed.go_back()
    packed.go_back()
    expect(packed.locator("#panel h2")).to_have_text("حلب")
    assert packed.evaluate("explorer.state.kind") == []


def test_large_hostile_text_in_parts_is_text(opened: Opener, news: Result) -> None:
    knowledge = news.knowledge
    relation = knowledge.relations[0]
    evidence = relation.evidence[0]
    [document] = [each for each in knowledge.documents if each.id == evidence.document]
    text = f"{document.text[: evidence.end - len(UNCLOSED)]}{UNCLOSED}{document.text[evidence.end :]}"
    hostile = replace(document, title=MARKUP, source=MARKUP, text=text)
    documents = tuple(hostile if each is document else each for each in knowledge.documents)
    page = opened(replace(news, knowledge=replace(knowledge, documents=documents)))
    assert MARKUP not in page.content() and UNCLOSED not in page.content()
    entities = [entity.id for entity in knowledge.entities]
    pair = [entities.index(side) for side in (relation.subject, relation.object)]
    page.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    card = page.locator("#panel .card", has_text=UNCLOSED)
    expect(card.locator(".cite")).to_have_text(MARKUP)
    card.locator(".cite").click()
    expect(page.locator("#panel h2")).to_have_text(MARKUP)
    expect(page.locator("#panel .reading")).to_contain_text(UNCLOSED)
    assert page.locator("#panel img, #panel script").count() == 0
    assert page.title() == "مستكشف الأخبار"


def test_large_saved_table_has_its_sentences(packed: Page, tmp_path: Path) -> None:
    packed.click("[data-view=table]")
    with packed.expect_download() as download:
        packed.click("[data-key=save-table]")
    download.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 9
    assert any("تقع حلب في سوريا." in row[-1] for row in rows)


def test_large_damaged_part_is_reported(packed: Page) -> None:
    packed.evaluate("document.querySelector('#together').textContent = btoa('nothing')")
    packed.evaluate("id => explorer.showEntity(id)", number_of(packed, "حلب"))
    expect(packed.locator("#toast")).to_contain_text("تالف")
    packed.evaluate(
        "([a, b]) => explorer.showPair('relations', a, b)", [number_of(packed, n) for n in ("حلب", "سوريا")]
    )
    expect(packed.locator("#panel blockquote")).to_have_text("تقع حلب في سوريا.")


def test_large_browser_without_decompression_says_so(
    monkeypatch: pytest.MonkeyPatch, browser: Browser, sample: Result, tmp_path: Path
) -> None:
    _pack(monkeypatch)
    write(sample, tmp_path / "explorer.html")
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto((tmp_path / "explorer.html").as_uri())
    expect(page.locator("#empty")).to_contain_text("متصفح أحدث")
    expect(page.locator("#empty")).to_contain_text("a newer one")
    page.close()
