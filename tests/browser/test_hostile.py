"""Hostile text in the explorer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from graph_builder.core.result import Result
from graph_builder.core.values import Knowledge
from tests.browser.conftest import Opener
from tests.browser.hands import number_of
from tests.export.explorer.awkward import awkward_knowledge
from tests.support.samples import HOSTILE, result_of, sample_knowledge

pytestmark = pytest.mark.browser

LONG = "اسم طويل " * 1200  # ten thousand letters
NAMES = (
    "<script>document.title = 'done'</script>",
    "<img src=x onerror=\"document.title = 'done'\">",
    "\"'`><svg onload=alert(1)>",
    "\u202eيمين\u2066 يسار",
    "]]>--><!-- ${1 + 1} {{ 7 * 7 }}",
    "javascript:alert(1)",
    LONG,
    "__proto__",
)


def _strange() -> Knowledge:
    """The sample with all names, titles and sources exchanged for what could do harm."""
    sample = sample_knowledge()
    entities = tuple(
        replace(entity, name=name, name_latin=name if index % 2 else "", aliases=(name, LONG), links=(name,))
        for index, (entity, name) in enumerate(zip(sample.entities, NAMES, strict=True))
    )
    documents = tuple(replace(document, title=NAMES[0], source=NAMES[5]) for document in sample.documents)
    return replace(sample, entities=entities, documents=documents)


@pytest.fixture(scope="module")
def strange() -> Result:
    return replace(result_of(_strange()), settings={name[:40]: name for name in NAMES})


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024)])
def test_hostile_text_in_every_view(opened: Opener, strange: Result, width: int, height: int) -> None:
    page = opened(strange, width=width, height=height)
    for view in ("cooccurrence", "map", "table", "relations"):
        page.click(f"[data-view={view}]")
        assert page.evaluate("document.documentElement.scrollWidth") == width
    for index in range(len(NAMES)):
        page.evaluate("id => explorer.showEntity(id)", index)
        page.evaluate("id => explorer.change({ focus: { near: id, steps: 1 } })", index)
        expect(page.locator("#panel h2 bdi")).to_have_text(NAMES[index].strip(), use_inner_text=False)
        assert page.locator("#panel").evaluate("panel => panel.scrollWidth <= panel.clientWidth + 1")
    page.evaluate("explorer.change({ selection: { article: 0 }, focus: null })")
    page.evaluate("document.querySelector('#help').click()")
    assert page.evaluate("document.querySelectorAll('body script').length") == 4
    assert page.locator("main img, aside script, a[href^='javascript']").count() == 0
    assert page.title() == "مستكشف الأخبار"


def test_hostile_names_in_search(opened: Opener, strange: Result) -> None:
    page = opened(strange)
    page.fill("#query", "<script>")
    expect(page.locator("#suggestions [role=option]").first).to_contain_text("<script>")
    page.fill("#query", "onerror")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(NAMES[1])


def test_hostile_name_is_text(opened: Opener, sample: Result) -> None:
    page = opened(sample)
    page.evaluate("id => explorer.showEntity(id)", number_of(page, HOSTILE))
    expect(page.locator("#panel h2")).to_have_text(HOSTILE)
    page.click("#language")
    expect(page.locator("#panel h2")).to_have_text(HOSTILE)
    assert page.locator("#panel script").count() == 0


def test_awkward_text_is_shown_and_marked(opened: Opener) -> None:
    page = opened(result_of(awkward_knowledge()))
    pair = [number_of(page, name) for name in ("سامر", "ليلى")]
    page.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    marked = [page.locator(f"#panel mark.{style}").all_text_contents() for style in ("subject", "object", "trigger")]
    assert marked == [["سامر"], ["ليلى"], ["التقى"]]
