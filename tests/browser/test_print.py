"""Both pages on paper: nothing is cut, nothing is left that only a screen can use."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, ViewportSize
from pypdf import PdfReader

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.pages import Pages
from tests.support.samples import result_of
from tests.support.synthetic import synthetic_knowledge

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 800}
A4: ViewportSize = {"width": 688, "height": 1017}  # pixels of CSS within margins of 14 mm

# Texts that leave the paper, or what they are in.
_CUT = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = [];
  for (let text; (text = texts.nextNode()); ) {
    const own = text.parentElement;
    if (!text.data.trim() || own.closest(".aside, script, svg") || !own.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(({ width }) => width);
    for (let around = own; around !== document.documentElement; around = around.parentElement) {
      const { left, right } = around.getBoundingClientRect();
      const clips = getComputedStyle(around).overflowX !== "visible";
      const [least, most] = clips ? [left, right] : [0, innerWidth];
      if (boxes.some(box => box.left < least - 1 || box.right > most + 1)) cut.push(text.data.slice(0, 60));
    }
  }
  return cut;
}"""


@pytest.fixture(scope="module")
def several() -> Result:
    """Forty entities in more relations than a table shows at first."""
    return result_of(synthetic_knowledge(160, seed=7))


VIEWS = {
    "start": "",
    "entity": "explorer.showEntity(explorer.shown.nodes[0])",
    "pair": "explorer.showPair('relations', explorer.shown.drawn[0].from, explorer.shown.drawn[0].to)",
    "article": "explorer.change({ selection: { article: 0 } })",
    "map": "explorer.change({ view: 'map' })",
    "table": "explorer.change({ view: 'table' })",
    "pairs": "explorer.change({ net: 'cooccurrence' })",
}


@pytest.mark.parametrize("address", ["", "#lang=en&theme=dark"], ids=["Arabic", "English, dark"])
def test_print_cuts_no_text(opened: Opener, several: Result, address: str) -> None:
    page = opened(several, address=address)
    for view, act in VIEWS.items():
        page.evaluate(f"() => {{ {act} }}")
        page.set_viewport_size(A4)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate("document.documentElement.dataset.theme") == "light"
        assert page.evaluate(_CUT) == [], view
        for name in (".tools", "#facets", "#panel .actions", "#panel .close", "#panel .rows + .link"):
            assert page.locator(name).locator("visible=true").count() == 0, (view, name)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        page.set_viewport_size(WIDE)


def test_print_of_the_overview_cuts_no_text(pages: Pages, seeds_output: Path) -> None:
    page = pages.open(seeds_output / "index.html", ready="document.body", viewport=A4)
    page.emulate_media(media="print")
    assert page.evaluate(_CUT) == []
    assert all(_texts(page))


def test_print_has_picture_and_all_evidence(opened: Opener, several: Result) -> None:
    page = opened(several, address="#lang=en")
    page.evaluate("() => { " + VIEWS["entity"] + " }")
    more = page.locator("#panel .rows + .link")
    assert more.count() > 0
    texts = _texts(page)
    assert all(texts), "no page is empty"
    assert str(page.locator("#panel h2").text_content()) in texts[0], "the picture leaves room for what it shows"
    ends = page.evaluate(
        """[...new Set(explorer.data.relations.filter(({ subject }) => subject === explorer.state.selection.entity)
          .map(({ object }) => explorer.data.entities[object].latin))]"""
    )
    assert len(ends) > 8 and all(end in " ".join(texts) for end in ends)


def test_print_of_the_table_has_all_rows_and_columns(opened: Opener, several: Result) -> None:
    page = opened(several, address="#lang=en&view=table")
    texts = _texts(page)
    heads = [head.strip(" ↓↑") for head in page.locator("#table thead th").all_text_contents()]
    assert len(heads) == 10
    pages = [text for text in texts if "%" in text]
    assert len(pages) > 3
    assert [head for head in heads if head not in pages[0]] == []
    assert sum(text.count("%") for text in pages) == len(several.knowledge.relations), "each row has its confidence"


def _texts(page: Page) -> list[str]:
    """Print on A4, and return the text of each page."""
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [" ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in printed.pages]
