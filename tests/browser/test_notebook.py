"""The explorer in a notebook's frame."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from graph_builder import KnowledgeGraph
from tests.support.samples import sample_result

pytestmark = pytest.mark.browser


def test_notebook_frame_runs_sandboxed(browser: Browser) -> None:
    result = sample_result()
    kg = KnowledgeGraph(result.knowledge, result.settings, result.problems, result.rdf)
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.set_content(f"<p id=cell>[1]</p>{kg.show()._repr_html_()}")
    frame = page.frames[1]
    frame.wait_for_function("window.explorer !== undefined")
    assert frame.locator("canvas").first.bounding_box() is not None
    assert (
        frame.evaluate("(() => { try { return parent.document.title } catch { return 'kept out' } })()") == "kept out"
    )
    assert [each for each in heard if each != "about:srcdoc"] == []
    page.close()
