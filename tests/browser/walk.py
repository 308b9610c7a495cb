"""A walk through every view of the explorer, by keyboard alone. A new view is a new line of VIEWS."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from playwright.sync_api import Page, expect

Act = Callable[[Page], None]

_MOST_STOPS = 250  # more than any view has

# Which key leads towards an element without leaving the page: Firefox goes on to its own controls from the last one.
_WAY = """selector => {
  const focused = document.activeElement;
  if (focused.matches(selector)) return null;
  const wanted = document.querySelector(selector);
  return wanted?.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING ? "Shift+Tab" : "Tab";
}"""


class View(NamedTuple):
    """A view: what to do in the one before it, and an element that only this view shows."""

    name: str
    acts: Sequence[Act]
    shows: str


def press(*keys: str) -> Act:
    """Press keys one after the other."""

    def act(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return act


def typed(text: str) -> Act:
    """Type a text."""
    return lambda page: page.keyboard.type(text)


def to(selector: str) -> Act:
    """Press Tab, or Shift and Tab, until an element that matches is focused."""

    def act(page: Page) -> None:
        for _ in range(_MOST_STOPS):
            key = page.evaluate(_WAY, selector)
            if key is None:
                return
            page.keyboard.press(key)
        raise AssertionError(f"Tab does not reach {selector}")

    return act


def drawer(side: str) -> Act:
    """Open a side where it is a drawer."""

    def act(page: Page) -> None:
        if page.evaluate("matchMedia('(max-width: 900px)').matches"):
            to(f"#open-{side}")(page)
            page.keyboard.press("Enter")

    return act


def searched(query: str) -> Sequence[Act]:
    """Search for somebody, and choose the first that is suggested."""
    return press("/"), typed(query), press("Enter")


VIEWS = (
    View("start", [drawer("panel")], "#panel .intro"),
    View("hints hidden", [to("#panel .intro .small"), press("Enter")], "#panel:not(:has(.intro))"),
    View(
        "filters",
        [press("Escape"), drawer("facets"), to("[data-key=fold-article]"), press("Enter")],
        "[data-key^=article-]",
    ),
    View("filtered", [to("[data-key=confidence]"), press("ArrowUp", "ArrowUp")], "#reset:enabled"),
    View("nothing left", [to("[data-key=confidence]"), press("End")], "#empty"),
    View("reset", [to("#reset"), press("Enter")], "#reset:disabled"),
    View("communities", [to("[data-key=colour]"), press("ArrowDown", "Escape")], "[data-key^=group-]"),
    View("suggestions", [to("#query"), typed("ا")], "#suggestions [role=option]"),
    View("no suggestion", [typed("ززز")], "#suggestions .nothing"),
    View("entity", [press("Escape"), typed("ليلى"), press("Enter")], "#panel .badge.PER"),
    View("sentences", [to("#panel .sentences summary"), press("Enter")], "#panel blockquote"),
    View("reasons", [to("#panel details:not(.sentences) summary"), press("Enter")], "#panel .reasons"),
    View("neighbourhood", [to("[data-key=focus-near2]"), press("Enter")], "#panel [data-key=focus-near2]"),
    View("pair", [to("#panel section .row"), press("Enter")], "#panel h2.pair"),
    View("article", [to("#panel .cite"), press("Enter")], "#panel .reading"),
    View("end of a path", [*searched("ليلى"), to("[data-key=path-from]"), press("Enter")], "[data-key=no-path]"),
    View("path", [typed("سامي"), press("Enter", "Escape")], "#focus [data-key=unfocus]"),
    View("map", [press("Escape", "Escape"), to("[data-view=map]"), press("Enter")], "#map .spot"),
    View("place", [to("#map .spot"), press("Enter")], "#panel .badge.LOC"),
    View("table", [press("Escape", "Escape"), to("[data-view=table]"), press("Enter")], "#table tbody tr"),
    View("table sorted", [to("[data-key=sort-confidence]"), press("Enter")], "#table [aria-sort=descending]"),
    View("table copied", [to("[data-key=copy-table]"), press("Enter")], "#toast"),
    View("table row", [to("[data-key^=row-]"), press("Enter")], "#table tr.chosen"),
    View(
        "table of pairs", [press("Escape", "Escape"), to("[data-key=net-cooccurrence]"), press("Enter")], "#table thead"
    ),
    View("deeds", [*searched("سامي")], "#panel .deeds"),
    View("pair by predicate", [to("#panel .row.deed:has(.told.future)"), press("Enter")], "#panel .ways tr.chosen"),
    View("pair again", [to("#panel .ways tbody button"), press("Enter")], "#panel .ways:not(:has(.chosen))"),
    View("story", [press("Escape", "Escape"), to("[data-view=story]"), press("Enter")], "#story .dated"),
    View("story of an entity", [*searched("ليلى")], "#story .telling"),
    View(
        "together",
        [press("Escape", "Escape"), to("[data-view=cooccurrence]"), press("Enter")],
        "[data-view=cooccurrence][aria-pressed=true]",
    ),
    View("pair together", [drawer("panel"), to("#panel .pair-row"), press("Enter")], "#panel h2.pair .tie"),
    View(
        "relations",
        [press("Escape"), to("[data-view=relations]"), press("Enter")],
        "[data-view=relations][aria-pressed=true]",
    ),
    View("graph", [to("#canvas"), press("PageDown", "+", "ArrowLeft")], "#panel .badge"),
    View("dates", [press("Escape"), to("[data-key=range-from]"), press("ArrowUp")], "[data-key=range-all]"),
    View("help", [press("?"), to("#guide summary"), press("Enter")], "#guide .settings"),
)


def walk(page: Page, look: Callable[[str], None]) -> None:
    """Go through all views, and call `look` with the name of each."""
    for view in VIEWS:
        for act in view.acts:
            act(page)
        expect(page.locator(view.shows).first, view.name).to_be_visible()
        look(view.name)
