"""The timeline and its outliers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def _dated(result: Result, dates: Sequence[str]) -> Result:
    """The same with other dates of its relations; those for which there is none have none, and no article has."""
    knowledge = result.knowledge
    relations = tuple(
        replace(relation, date=dates[at] if at < len(dates) else None)
        for at, relation in enumerate(knowledge.relations)
    )
    documents = tuple(replace(document, published=None) for document in knowledge.documents)
    return replace(result, knowledge=replace(knowledge, relations=relations, documents=documents))


def _matching(page: Page) -> str | None:
    return page.locator(".matching").text_content()


SPRING = [f"2021-0{month}-{day:02}" for month in (3, 4) for day in range(1, 29)] * 6
ODD = ["1901", "1936-07", "2009-05-01", "2048-01-01", "2050"]


def test_timeline_outliers_do_not_squeeze_the_others(opened: Opener, crowd: Result) -> None:
    page = opened(_dated(crowd, SPRING + ODD))
    header = page.locator("#timeline header")
    expect(header.locator(".range")).to_have_text("1 مارس 2021 – 28 أبريل 2021")
    expect(header.locator("[data-key=range-earlier]")).to_have_text("قبل ذلك: 3")
    expect(header.locator("[data-key=range-later]")).to_have_text("بعد ذلك: 2")
    assert page.locator("#timeline .unit").count() == 59 + 2
    assert page.locator("#timeline .unit.outside").count() == 2


def test_timeline_outliers_are_reachable(opened: Opener, crowd: Result) -> None:
    page = opened(_dated(crowd, SPRING + ODD))
    total = len(crowd.knowledge.relations)
    page.click("[data-key=range-earlier]")
    assert _matching(page) == f"3 من {total} علاقة"
    assert page.evaluate("[explorer.state.from, explorer.state.to]") == ["", "2021-02-28"]
    page.click("[data-key=range-all]")
    page.click("[data-key=range-later]")
    assert _matching(page) == f"2 من {total} علاقة"
    page.click("[data-key=range-all]")
    assert _matching(page) == f"{total} من {total} علاقة"
    page.locator("[data-key=range-from]").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("[explorer.state.from, explorer.state.to]") == ["2021-03-01", ""], "with the keyboard too"
    assert _matching(page) == f"338 من {total} علاقة"


def test_timeline_of_spread_dates_has_no_outliers(opened: Opener, crowd: Result) -> None:
    page = opened(_dated(crowd, SPRING + ["1936-07"] * 200))
    expect(page.locator("#timeline .range")).to_have_text("1936 – 2021")
    assert page.locator("#timeline .unit.outside").count() == 0


def test_timeline_of_few_days_is_by_day(opened: Opener, crowd: Result) -> None:
    page = opened(_dated(crowd, ["2021-03-01"] * 300 + ["2021-03-20"]))
    assert page.locator("#timeline .unit").count() == 20
    expect(page.locator("#timeline .range")).to_have_text("1 مارس 2021 – 20 مارس 2021")
