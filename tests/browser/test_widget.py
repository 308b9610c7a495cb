"""The widgets in a page, as a notebook shows them: anywidget's module with a model that answers as Jupyter's does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from graph_builder import KnowledgeGraph
from graph_builder.api.widget import Widget
from tests.browser.test_every_view import AXE
from tests.support.samples import HOSTILE, sample_result

pytestmark = pytest.mark.browser

# What Jupyter gives a widget's module: a model with traits, and an element. The page's own colours are Jupyter's.
_HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title><style>
:root { --jp-content-font-color1: rgba(0, 0, 0, 0.87); } body { background: white }
@media (prefers-color-scheme: dark) { :root { --jp-content-font-color1: white } body { background: #111 } }
</style></head><body><main id="cell"></main></body></html>"""
_RUN = """async ({state, module, style}) => {
    const css = document.createElement("style"); css.textContent = style; document.head.append(css);
    const heard = {}, saved = [];
    const model = {
        get: name => state[name],
        set: (name, value) => { state[name] = value; for (const each of heard["change:" + name] ?? []) each(); },
        save_changes: () => saved.push(structuredClone(state.selected)),
        on: (name, each) => (heard[name] ??= []).push(each),
        off: (name, each) => { heard[name] = heard[name].filter(other => other !== each); },
    };
    window.model = model; window.saved = saved; window.heard = heard;
    const url = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
    const widget = (await import(url)).default;
    window.cleanup = await widget.render({ model, el: document.querySelector("#cell") });
}"""

Host = Callable[..., Page]


@pytest.fixture(scope="module")
def sample_graph() -> KnowledgeGraph:
    result = sample_result()
    return KnowledgeGraph(result.knowledge, result.settings, result.problems, result.rdf)


@pytest.fixture
def host(browser: Browser) -> Iterator[Host]:
    """Shows a widget in a page, and in the end fails on any message, error or request that it caused."""
    pages: list[Page] = []
    heard: list[str] = []

    def show(widget: Widget, scheme: str = "light", width: int = 900) -> Page:
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light", viewport=ViewportSize(width=width, height=900)
        )
        page = context.new_page()
        pages.append(page)
        page.set_default_timeout(8000)
        page.set_content(_HOST)
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("request", lambda request: heard.append(f"request: {request.url}"))
        state = widget.get_state(["data", "texts", "language", "selected"])
        page.evaluate(_RUN, {"state": json.loads(json.dumps(state)), "module": widget._esm, "style": widget._css})
        return page

    yield show
    for page in pages:
        page.context.close()
    assert [each for each in heard if not each.startswith("request: blob:")] == []


def _selected(page: Page) -> list[str]:
    chosen: list[str] = page.evaluate("model.get('selected')")
    return chosen


def test_widget_neighbour_shows_its_sentences(host: Host, sample_graph: KnowledgeGraph) -> None:
    entity = sample_graph["سامي الحداد"]
    page = host(entity.neighbourhood())
    row = page.get_by_role("button", name="ليلى المنصوري")
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    relations = sample_graph.between("سامي الحداد", "ليلى المنصوري")
    assert _selected(page) == list(relations.index)
    panel = page.get_by_role("region", name="الجمل")
    told = entity.evidence
    sentences = told.loc[told["relation"].isin(relations.index), "sentence"]
    shown = panel.locator("blockquote")
    assert shown.count() == len(sentences) == 2
    for sentence in sentences:
        assert panel.get_by_text(sentence, exact=False).count() == 1
    assert panel.locator("mark").first.inner_text() == relations["trigger"].iloc[0]
    panel.get_by_role("button", name="إغلاق").click()
    assert shown.count() == 0 and _selected(page) == []


def test_widget_timeline_bar_shows_its_sentences(host: Host, sample_graph: KnowledgeGraph) -> None:
    page = host(sample_graph.timeline("en"))
    bar = page.get_by_role("button", name="2021-03-03")
    bar.click()
    rows = sample_graph.relations
    assert _selected(page) == list(rows.index[rows["date"] == "2021-03-03"])
    assert "consults with" in page.get_by_role("region", name="Sentences").inner_text()
    heights = page.locator(".gb-column").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    counts = [int(each) for each in page.locator(".gb-count").all_inner_texts()]
    assert sum(counts) == len(rows) - sample_graph.timeline().data["undated"]
    assert max(counts) * heights[0] == pytest.approx(counts[0] * max(heights), rel=0.05)


def test_widget_is_used_by_keyboard(host: Host, sample_graph: KnowledgeGraph) -> None:
    page = host(sample_graph["ليلى المنصوري"].neighbourhood())
    focused = "document.activeElement.getAttribute('title')"
    page.keyboard.press("Tab")  # the language
    page.keyboard.press("Tab")  # the rows, as one stop
    first = page.evaluate(focused)
    page.keyboard.press("ArrowDown")
    second = page.evaluate(focused)
    assert first and second and first != second
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == first, "from right to left, the right arrow goes back"
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert len(_selected(page)) >= 1
    assert page.locator("blockquote").count() >= 1
    page.keyboard.press("Escape")
    assert _selected(page) == []
    assert page.evaluate("document.activeElement.className").startswith("gb-row"), "the focus is where it was"


def test_widget_keeps_its_keys_from_the_notebook(host: Host, sample_graph: KnowledgeGraph) -> None:
    page = host(sample_graph.timeline())
    page.evaluate("window.keys = []; document.addEventListener('keydown', event => keys.push(event.key))")
    page.locator("button").first.focus()
    for key in ("Tab", "ArrowLeft", "a", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("keys") == []
    assert page.locator("[data-lm-suppress-shortcuts='true']").count() == 1, "what JupyterLab asks for"


def test_widget_turns_with_its_language(host: Host, sample_graph: KnowledgeGraph) -> None:
    page = host(sample_graph["ليلى المنصوري"].neighbourhood())
    root = page.locator("section.gb-widget")
    box = "selector => document.querySelector(selector).getBoundingClientRect().x"
    assert root.get_attribute("dir") == "rtl"
    assert page.evaluate(box, "ul[aria-label='علاقات صادرة']") < page.evaluate(box, ".gb-centre")
    page.get_by_role("button", name="English").click()
    assert root.get_attribute("dir") == "ltr" and root.get_attribute("lang") == "en"
    assert page.evaluate(box, "ul[aria-label='Outgoing relations']") > page.evaluate(box, ".gb-centre")
    assert page.locator(".gb-centre").inner_text().startswith("Layla al-Mansuri")
    assert page.evaluate("model.get('language')") == "en"
    page.evaluate("cleanup()")
    assert page.evaluate("Object.values(heard).flat().length") == 0


def test_widget_text_of_articles_stays_text(host: Host, sample_graph: KnowledgeGraph) -> None:
    page = host(sample_graph[HOSTILE].neighbourhood())
    assert HOSTILE in page.locator(".gb-centre").inner_text()
    page.get_by_role("button", name="حلب").click()
    assert "'y' عن حلب" in page.locator("blockquote").inner_text()
    assert page.locator("section script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_widget_is_accessible(scheme: str, language: str, host: Host, sample_graph: KnowledgeGraph) -> None:
    for widget in (sample_graph["ليلى المنصوري"].neighbourhood(language), sample_graph.timeline(language)):
        page = host(widget, scheme)
        page.locator("li > button").first.click()
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document.querySelector('.gb-widget'))")
        assert found["violations"] == []


def test_widget_without_relations_says_so(host: Host, sample_graph: KnowledgeGraph) -> None:
    assert "لا علاقة" in host(sample_graph["نادر"].neighbourhood()).locator("section").inner_text()
    empty = sample_graph.where(min_confidence=1.0).timeline("en")
    assert "No relation has a known date" in host(empty).locator("section").inner_text()


def test_widget_fits_a_narrow_cell(host: Host, sample_graph: KnowledgeGraph) -> None:
    for widget in (sample_graph["ليلى المنصوري"].neighbourhood(), sample_graph.timeline()):
        page = host(widget, width=420)
        assert page.evaluate("document.documentElement.scrollWidth") <= 420
