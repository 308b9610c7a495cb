"""Search, neighbourhoods, paths and the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import choose, drawn_nodes, search, state
from tests.support.samples import result_of
from tests.support.synthetic import synthetic_knowledge

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("المنصورى", "ليلى المنصوري"),
        ("شركه جسر", "شركة الجسر"),
        ("حَلَب", "حلب"),
        ("aleppo", "حلب"),
        ("حداد", "سامي الحداد"),
        ("haddad", "سامي الحداد"),
        ("SAMI AL HADDAD", "سامي الحداد"),
        ("alep", "حلب"),
        ("سامي الح", "سامي الحداد"),
    ],
)
def test_search_by_any_spelling(explorer: Page, query: str, name: str) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type(query)
    expect(explorer.locator("#suggestions [role=option]").first).to_contain_text(name)
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text(name)
    expect(explorer.locator("#suggestions")).to_be_hidden()


def test_search_suggestions_by_keyboard(explorer: Page) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type("ا")
    options = explorer.locator("#suggestions [role=option]")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    explorer.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(explorer.locator("#query")).to_have_attribute("aria-activedescendant", "option-1")
    wanted = options.nth(1).locator(".who").text_content()
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text(str(wanted))


def test_search_without_results_says_so(explorer: Page) -> None:
    explorer.fill("#query", "زحل")
    expect(explorer.locator("#suggestions")).to_have_text("لا نتيجة لهذا البحث")


def test_neighbourhood_of_one_and_two_steps(explorer: Page) -> None:
    search(explorer, "سوريا")
    explorer.locator("#panel button", has_text="الجوار").first.click()
    assert drawn_nodes(explorer) == {"سوريا", "حلب"}
    explorer.locator("#focus button", has_text="وجوار الجوار").click()
    assert {"ليلى المنصوري", "شركة الجسر"} < drawn_nodes(explorer)
    explorer.locator("#focus button", has_text="أظهر الكل").click()
    expect(explorer.locator("#focus")).to_be_hidden()
    assert state(explorer, "focus") is None


def test_path_between_two_entities(explorer: Page) -> None:
    search(explorer, "سوريا")
    explorer.locator("#panel button", has_text="الطريق إلى").click()
    expect(explorer.locator("#focus")).to_contain_text("اختر إلى من تريد الطريق من سوريا")
    explorer.keyboard.type("سامي")
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#focus")).to_contain_text("من سوريا إلى سامي الحداد: 3 خطوات")
    assert drawn_nodes(explorer) == {"سوريا", "حلب", "ليلى المنصوري", "شركة الجسر", "سامي الحداد"}


def test_path_absent_says_so(explorer: Page) -> None:
    search(explorer, "سوريا")
    explorer.locator("#panel button", has_text="الطريق إلى").click()
    explorer.keyboard.type("نادر")
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#focus")).to_contain_text("لا طريق من سوريا إلى نادر")


def test_community_selection(opened: Opener) -> None:
    page = opened(result_of(synthetic_knowledge(200)))
    page.locator("#panel section", has_text="الجماعات").locator(".row").first.click()
    members = page.evaluate(
        "explorer.shown.network.communities.get(0).map(({ id }) => explorer.data.entities[id].name)"
    )
    assert drawn_nodes(page) == set(members)
    expect(page.locator("#focus")).to_contain_text("جماعة")


def test_history_back_and_forward(explorer: Page) -> None:
    search(explorer, "سوريا")
    search(explorer, "شركة الجسر")
    choose(explorer, "منظمات")
    explorer.go_back()
    assert state(explorer, "kind") == []
    expect(explorer.locator("#panel h2")).to_have_text("شركة الجسر")
    explorer.go_back()
    expect(explorer.locator("#panel h2")).to_have_text("سوريا")
    explorer.go_forward()
    expect(explorer.locator("#panel h2")).to_have_text("شركة الجسر")


def test_address_restores_the_view(explorer: Page, opened: Opener, sample: Result) -> None:
    search(explorer, "سوريا")
    choose(explorer, "أماكن")
    explorer.click("[data-view=table]")
    explorer.click("#language")
    explorer.click("#share")
    expect(explorer.locator("#toast")).to_have_text("Link copied")
    link = explorer.evaluate("navigator.clipboard.readText()")
    address = link[link.index("#") :]
    assert re.fullmatch(r"#view=table&lang=en&kind=LOC&selection=entity\.[0-9a-f]+", address)
    other = opened(sample, address=address)
    assert other.evaluate("explorer.hashOf(explorer.state)") == address
    expect(other.locator("#panel h2")).to_have_text("Syria")
    expect(other.locator("#table")).to_be_visible()
    expect(other.locator("#table tbody tr")).to_have_count(1)


@pytest.mark.parametrize(
    "address",
    [
        "#view=nowhere&kind=<b>&focus=near.x.9&selection=entity.zzz&amount=-5&confidence=NaN&from=yesterday",
        "#focus=path.a&selection=&article=,,&weight=1e99&lang=__proto__",
        "#%E0%A4%A&=&&&constructor=1",
        "#focus=group.99999&degree=7",
    ],
)
def test_address_invalid_is_ignored(opened: Opener, sample: Result, address: str) -> None:
    page = opened(sample, address=address)
    expect(page.locator("#facets h2")).to_have_text("التصفية")
    page.evaluate("explorer.reset()")
    assert len(drawn_nodes(page)) == 6
