"""The explorer in English, left to right."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import choose, drawn_nodes, marks, point, search

pytestmark = pytest.mark.browser


def test_english_walk_through(opened: Opener, sample: Result) -> None:
    page = opened(sample, address="#lang=en")
    expect(page.locator("#panel .intro h2")).to_have_text("What am I looking at?")
    expect(page.locator(".matching")).to_have_text("8 of 8 relations")

    search(page, "aleppo")
    expect(page.locator("#panel h2")).to_have_text("Aleppo")
    expect(page.locator("#panel .second")).to_have_text("حلب")
    page.locator("#panel button", has_text="Neighbours").click()
    expect(page.locator("#focus")).to_contain_text("Around Aleppo")
    assert "سامي الحداد" not in drawn_nodes(page)
    page.locator("#focus button", has_text="Show all").click()

    page.mouse.click(*point(page, "حلب", "سوريا"))
    expect(page.locator("#panel .pair")).to_contain_text("Aleppo")
    assert marks(page, "trigger") == {"تقع"}
    for fact in ("is located in", "affirmed", "stated outright", "95%", "a place located in another", "May 6, 2021"):
        expect(page.locator("#panel")).to_contain_text(fact)
    expect(page.locator("#panel blockquote")).to_have_attribute("dir", "rtl")

    choose(page, "People")
    assert drawn_nodes(page) >= {"ليلى المنصوري", "سامي الحداد"}
    page.locator("#reset").click()
    box = page.locator("#timeline .bars").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 10)
    page.mouse.up()
    assert drawn_nodes(page) == {"حلب", "سوريا"}, "time runs to the right in English"

    page.click("[data-view=table]")
    expect(page.locator("#table thead")).to_contain_text("According to")
    expect(page.locator("#table tbody tr")).to_have_count(1)
    expect(page.locator("#table tbody tr")).to_contain_text("Aleppo")
    page.click("[data-view=map]")
    expect(page.locator("#map .place")).to_have_count(1)
    page.click("#help")
    expect(page.locator("#guide")).to_contain_text("How to read this page")


def test_english_is_remembered_and_keeps_the_view(opened: Opener, sample: Result) -> None:
    page = opened(sample)
    choose(page, "أماكن")
    page.click("#language")
    assert page.evaluate("localStorage.getItem('graph-builder.lang')") == "en"
    assert drawn_nodes(page) == {"حلب", "سوريا"}
    expect(page.locator("#facets h2")).to_have_text("Filters")
