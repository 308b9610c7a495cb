"""Filters: counts, results, reset."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import choose, drawn_edges, drawn_nodes, search, state
from tests.support.samples import HOSTILE

pytestmark = pytest.mark.browser


def _count(page: Page, text: str) -> str | None:
    return page.locator("#facets .choice", has_text=text).locator(".count").text_content()


def test_filter_facets_have_counts(explorer: Page) -> None:
    assert _count(explorer, "دعم لـ") == "2"
    assert _count(explorer, "أشخاص") == "2"
    assert _count(explorer, "منفي") == "1"
    expect(explorer.locator(".matching")).to_have_text("8 من 8 علاقة")


def test_filter_kinds(explorer: Page) -> None:
    choose(explorer, "أماكن")
    assert drawn_nodes(explorer) == {"حلب", "سوريا"}
    choose(explorer, "أشخاص")
    assert drawn_nodes(explorer) == {"حلب", "سوريا", "ليلى المنصوري", "سامي الحداد"}


def test_filter_counts_follow_the_other_filters(explorer: Page) -> None:
    choose(explorer, "منقول")
    assert _count(explorer, "دعم لـ") == "1"
    assert _count(explorer, "خبر مباشر") == "5", "a facet does not narrow its own counts"
    expect(explorer.locator(".matching")).to_have_text("1 من 8 علاقة")


def test_filter_predicates_and_modality(explorer: Page) -> None:
    choose(explorer, "دعم لـ")
    assert drawn_nodes(explorer) == {"سامي الحداد", "شركة الجسر"}
    choose(explorer, "معلن للمستقبل")
    expect(explorer.locator(".matching")).to_have_text("1 من 8 علاقة")
    choose(explorer, "دعم لـ")
    choose(explorer, "معلن للمستقبل")
    choose(explorer, "منفي")
    assert drawn_nodes(explorer) == {"شركة الجسر", "ليلى المنصوري"}


def test_filter_articles_and_sources(explorer: Page) -> None:
    explorer.locator("#facets summary", has_text="المقال").click()
    choose(explorer, "الفرات")
    assert drawn_nodes(explorer) == {"حلب", "سوريا"}
    choose(explorer, "الفرات")
    explorer.locator("#facets summary", has_text="المصدر").click()
    choose(explorer, "folder")
    assert drawn_nodes(explorer) == {"حلب", "شركة الجسر", "ليلى المنصوري", "سامي الحداد", HOSTILE}


def test_filter_edge_weight_follows_chosen_articles(explorer: Page) -> None:
    heaviest = "Math.max(...explorer.shown.edges.map(edge => edge.count))"
    assert explorer.evaluate(heaviest) == 2
    explorer.locator("#facets summary", has_text="المصدر").click()
    choose(explorer, "folder")
    assert explorer.evaluate(heaviest) == 1


def test_filter_thresholds(explorer: Page) -> None:
    sliders = {name: explorer.locator(f"#facets [data-key={name}]") for name in ("confidence", "weight", "degree")}
    sliders["confidence"].focus()
    for _ in range(15):
        explorer.keyboard.press("ArrowLeft")
    assert state(explorer, "confidence") == 0.75
    expect(explorer.locator(".matching")).to_have_text("4 من 8 علاقة")
    explorer.locator("#reset").click()
    sliders["weight"].fill("2")
    assert drawn_nodes(explorer) == {"ليلى المنصوري", "سامي الحداد"}
    explorer.locator("#reset").click()
    sliders["degree"].fill("3")
    assert drawn_nodes(explorer) == {"ليلى المنصوري", "حلب", "شركة الجسر"}


def test_filter_largest_component(explorer: Page) -> None:
    for predicate in ("دعم لـ", "وقوع في", "حديث عن"):
        choose(explorer, predicate)
    assert len(drawn_nodes(explorer)) == 5
    choose(explorer, "أكبر مجموعة متصلة")
    assert drawn_nodes(explorer) == {"حلب", "سوريا", HOSTILE}


def test_filter_by_the_legend(explorer: Page) -> None:
    explorer.locator("#legend button", has_text="أماكن").click()
    assert drawn_nodes(explorer) == {"حلب", "سوريا"}
    expect(explorer.locator("#facets [data-key=kind-LOC]")).to_be_checked()
    explorer.locator("#legend button", has_text="أماكن").click()
    assert len(drawn_nodes(explorer)) == 6


def test_filter_dates_on_the_timeline(explorer: Page) -> None:
    expect(explorer.locator("#timeline")).to_contain_text("بلا تاريخ: 1")
    box = explorer.locator("#timeline .bars").bounding_box()
    assert box
    y = box["y"] + 10
    explorer.mouse.move(box["x"] + 2, y)
    explorer.mouse.down()
    explorer.mouse.move(box["x"] + 8, y)
    explorer.mouse.up()
    assert drawn_nodes(explorer) == {"حلب", "سوريا"}, "time runs to the left in Arabic"
    explorer.locator("#timeline button", has_text="كل التواريخ").click()
    assert len(drawn_nodes(explorer)) == 6
    explorer.locator("[data-key=range-to]").focus()
    explorer.keyboard.press("Home")
    assert "سوريا" not in drawn_nodes(explorer)


def test_filter_reset(explorer: Page) -> None:
    choose(explorer, "أماكن")
    search(explorer, "سوريا")
    explorer.locator("#panel button", has_text="الجوار").first.click()
    explorer.locator("#facets [data-key=colour]").select_option("community")
    explorer.click("#language")
    explorer.locator("#reset").click()
    assert explorer.evaluate("explorer.hashOf(explorer.state)") == "#lang=en"
    assert len(drawn_nodes(explorer)) == 6
    expect(explorer.locator("#reset")).to_be_disabled()


def test_filter_without_results_says_so(explorer: Page) -> None:
    choose(explorer, "دعم لـ")
    choose(explorer, "أماكن")
    expect(explorer.locator("#empty")).to_contain_text("لا شيء يستوفي هذه التصفية")
    assert drawn_edges(explorer) == 0
