"""What a person does with the page, and what they see of it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page


def wait_for(page: Page, condition: str) -> None:
    """Wait until an expression holds; Playwright's own way is a script that the policy of the page forbids."""
    page.evaluate(f"new Promise(done => {{ const look = () => {condition} ? done() : setTimeout(look, 10); look(); }})")


def number_of(page: Page, name: str) -> int:
    """The index of the entity of that name."""
    return int(page.evaluate("name => explorer.data.entities.findIndex(entity => entity.name === name)", name))


def point(page: Page, name: str, other: str | None = None, along: float = 0.5) -> tuple[float, float]:
    """Where on the screen a node lies, or a point on the line from it to another."""
    x, y = page.evaluate(
        """([ids, along]) => {
          const { network } = explorer;
          const [from, to] = ids.map(id => network.canvasToDOM(network.getPositions([id])[id]));
          const { left, top } = document.querySelector("#canvas").getBoundingClientRect();
          return [left + from.x + (to.x - from.x) * along, top + from.y + (to.y - from.y) * along];
        }""",
        [[number_of(page, name), number_of(page, other or name)], along],
    )
    return x, y


def search(page: Page, query: str) -> None:
    """Find somebody by typing, and choose the first that is suggested."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Enter")


def marks(page: Page, style: str) -> set[str]:
    """What is marked so in the sentences of the panel."""
    return set(page.locator(f"#panel mark.{style}").all_text_contents())


def drawn_nodes(page: Page) -> set[str]:
    """The names of the entities in the picture."""
    return set(page.evaluate("[...explorer.shown.shown].map(id => explorer.data.entities[id].name)"))


def drawn_edges(page: Page) -> int:
    """How many lines are in the picture."""
    return int(page.evaluate("(explorer.crowd ?? explorer.network.body.data).edges.length"))


def state(page: Page, name: str) -> Any:
    """A part of the state."""
    return page.evaluate("name => explorer.state[name]", name)


def choose(page: Page, text: str) -> None:
    """Click the filter of that name."""
    page.locator("#facets .choice", has_text=text).click()
