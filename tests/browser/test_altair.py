"""A chart of Altair in a browser: Vega leaves Arabic to the browser, which joins its letters."""

from __future__ import annotations

import altair
import pytest
from playwright.sync_api import Browser

from graph_builder import KnowledgeGraph
from tests.support.samples import sample_result

pytestmark = pytest.mark.browser

# The width of a label as drawn, of its text in the same font, and of its letters kept apart by U+200C.
_WIDTHS = """label => {
    const apart = label.cloneNode();
    apart.textContent = [...label.textContent].join("\\u200c");
    const joined = label.cloneNode();
    joined.textContent = label.textContent;
    label.parentNode.append(apart, joined);
    return [label, joined, apart].map(each => each.getComputedTextLength());
}"""


def test_altair_joins_the_letters_of_names(browser: Browser) -> None:
    result = sample_result()
    kg = KnowledgeGraph(result.knowledge, result.settings, result.problems, result.rdf)
    named = kg.entities[["name", "mentions"]].head(3)
    chart = altair.Chart(named).mark_bar().encode(x="mentions", y=altair.Y("name", sort="-x"))
    page = browser.new_page()
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.set_content(chart.to_html(inline=True, embed_options={"renderer": "svg"}))
    labels = page.locator(".role-axis-label text")
    labels.first.wait_for()
    drawn = [each for each in labels.all() if each.inner_html() in set(named["name"])]
    assert len(drawn) == len(named)
    for label in drawn:
        as_drawn, joined, apart = label.evaluate(_WIDTHS)
        assert as_drawn == pytest.approx(joined, abs=0.1)
        assert abs(apart - joined) > 1
    assert heard == []
    page.close()
