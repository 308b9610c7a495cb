"""The page on which `graph-builder serve` is queried by hand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph_builder.core.result import Result
from graph_builder.export import write_all
from tests.browser.hands import wait_for
from tests.support.samples import HOSTILE
from tests.support.serving import Served, serving

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
NAMES = "SELECT ?who ?name WHERE { ?who a schema:Organization ; skos:prefLabel ?name } ORDER BY ?who"


@pytest.fixture(scope="module")
def served(sample: Result, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("served")
    write_all(sample, folder)
    with serving(folder) as served:
        yield served


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[Page]:
    """The page; in the end no message and no request to elsewhere may have been heard."""
    heard: list[str] = []
    context = browser.new_context(color_scheme=request.param, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda asked: None if asked.url.startswith(served.url) else heard.append(asked.url))
    page.goto(served.sparql)
    yield page
    context.close()
    assert [each for each in heard if "favicon" not in each and "400 (BAD REQUEST)" not in each] == []


def accessible(page: Page) -> None:
    page.evaluate(f"{AXE};0")
    violations = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(result => result.violations)")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []


def test_query_page_answers_and_leads_to_the_explorer(page: Page) -> None:
    accessible(page)
    page.get_by_label("الاستعلام").fill(NAMES)
    page.get_by_role("button").click()
    expect(page.get_by_role("heading", name="الجواب")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(1 + 3)
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_label("الاستعلام")).to_have_value(NAMES)
    accessible(page)
    page.locator("td a").first.click()
    wait_for(page, "window.explorer")
    expect(page.locator("#panel h2").first).to_have_text(HOSTILE)


def test_query_page_named_queries_and_faults(page: Page) -> None:
    page.get_by_role("link", name="من التقى من").click()
    expect(page.get_by_role("row")).to_have_count(3)
    page.get_by_label("الاستعلام").fill("SELEC")
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("SPARQL syntax error")
    accessible(page)


def test_query_page_table_is_downloaded(page: Page, tmp_path: Path) -> None:
    page.get_by_label("الاستعلام").fill(NAMES)
    page.get_by_role("button").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="تنزيل").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_text(encoding="utf-8-sig").startswith("who,name\n")
