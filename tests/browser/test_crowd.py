"""Pictures of many: what is drawn from arrays is found, chosen and dragged like the nodes of vis-network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from tests.browser.conftest import Opener
from tests.browser.hands import search, wait_for
from tests.support.samples import result_of
from tests.support.synthetic import synthetic_knowledge

pytestmark = pytest.mark.browser

ALL = "#amount=5000&lines=all"
_OVERLAPPING = """explorer.names.flatMap((a, i) => explorer.names.slice(i + 1).filter(b =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length"""


@pytest.fixture(scope="module")
def many() -> Result:
    """Some five hundred entities in two thousand relations."""
    return result_of(synthetic_knowledge(2_000))


@pytest.fixture
def crowd(opened: Opener, many: Result) -> Page:
    """The page with all of them drawn."""
    page = opened(many, address=ALL)
    _settled(page)
    return page


def _settled(page: Page) -> None:
    wait_for(page, "explorer.crowd !== null && !explorer.drawing")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _at(page: Page, entity: int) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.evaluate(
        """id => {
          const { x, y } = explorer.network.canvasToDOM(explorer.placeOf(id));
          const { left, top } = document.querySelector("#canvas").getBoundingClientRect();
          return [left + x, top + y];
        }""",
        entity,
    )
    return x, y


def _zoomed(page: Page, scale: float) -> None:
    page.evaluate("scale => explorer.network.moveTo({ scale: explorer.network.getScale() * scale })", scale)
    _settled(page)


def test_crowd_is_drawn_whole(crowd: Page) -> None:
    drawn = "[explorer.crowd.ids.length, explorer.crowd.edges.length]"
    assert crowd.evaluate(drawn) == crowd.evaluate("[explorer.shown.nodes.length, explorer.shown.edges.length]")
    assert crowd.evaluate("explorer.network.body.nodeIndices.length") == 0
    lit = crowd.evaluate(
        """ids => {
          const { network } = explorer;
          const canvas = document.querySelector("#canvas canvas");
          const context = canvas.getContext("2d");
          const ratio = canvas.width / canvas.clientWidth;
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          return ids.filter(id => {
            const { x, y } = network.canvasToDOM(explorer.placeOf(id));
            const at = 4 * (Math.round(y * ratio) * canvas.width + Math.round(x * ratio));
            return data[at + 3] > 250;
          }).length;
        }""",
        crowd.evaluate("explorer.crowd.ids.slice(0, 20)"),
    )
    assert lit == 20


def test_crowd_labels_do_not_overlap_at_any_zoom(crowd: Page) -> None:
    for zoom in (1, 1.8, 2.5, 0.1):
        _zoomed(crowd, zoom)
        assert crowd.evaluate("explorer.names.length") > 5
        assert crowd.evaluate(_OVERLAPPING) == 0


def test_crowd_node_is_hovered_and_chosen(crowd: Page) -> None:
    _zoomed(crowd, 3)
    entity = crowd.evaluate("explorer.crowd.ids[0]")
    crowd.evaluate("id => explorer.network.moveTo({ position: explorer.placeOf(id) })", entity)
    _settled(crowd)
    crowd.mouse.move(*_at(crowd, entity))
    assert crowd.evaluate("document.querySelector('#canvas').style.cursor") == "pointer"
    crowd.mouse.click(*_at(crowd, entity))
    expect(crowd.locator("#panel h2")).to_have_text(crowd.evaluate("id => explorer.data.entities[id].name", entity))


def test_crowd_edge_is_chosen(crowd: Page) -> None:
    _zoomed(crowd, 2)
    found = crowd.evaluate(
        """() => {
          const { crowd, network } = explorer;
          const { left, top, width, height } = document.querySelector("#canvas").getBoundingClientRect();
          for (let edge = 0; edge < crowd.edges.length; edge += 1) {
            const [a, b] = [crowd.froms[edge], crowd.tos[edge]];
            if (crowd.curved[edge] || a === b) continue;
            const at = { x: (crowd.xs[a] + crowd.xs[b]) / 2, y: (crowd.ys[a] + crowd.ys[b]) / 2 };
            const { x, y } = network.canvasToDOM(at);
            if (x < 90 || y < 90 || x > width - 90 || y > height - 90) continue;
            const covers = n => n.left - 3 < x && x < n.right + 3 && n.top - 3 < y && y < n.bottom + 3;
            if (explorer.names.some(covers)) continue;
            if (crowd.ids.every((_, i) => Math.hypot(crowd.xs[i] - at.x, crowd.ys[i] - at.y) > 2 * crowd.radii[i]))
              return { x: left + x, y: top + y };
          }
        }"""
    )
    crowd.mouse.move(found["x"], found["y"])
    assert crowd.evaluate("document.querySelector('#canvas').style.cursor") == "pointer"
    crowd.mouse.click(found["x"], found["y"])
    wait_for(crowd, "explorer.state.selection?.net === 'relations'")
    expect(crowd.locator("#panel blockquote").first).to_be_visible()


def test_crowd_node_is_dragged_with_its_edges(crowd: Page) -> None:
    _zoomed(crowd, 3)
    entity = crowd.evaluate(
        """() => {
          const { crowd, network } = explorer;
          const { clientWidth: width, clientHeight: height } = document.querySelector("#canvas");
          return crowd.ids.find((id, i) => {
            const { x, y } = network.canvasToDOM({ x: crowd.xs[i], y: crowd.ys[i] });
            return x > 150 && y > 150 && x < width - 150 && y < height - 150;
          });
        }"""
    )
    x, y = _at(crowd, entity)
    crowd.mouse.move(x, y)
    crowd.mouse.down()
    for step in range(1, 6):
        crowd.mouse.move(x + 12 * step, y + 8 * step)
    crowd.mouse.up()
    _settled(crowd)
    after = _at(crowd, entity)
    assert after == pytest.approx((x + 60, y + 40), abs=3)
    view = crowd.evaluate("explorer.network.getViewPosition()")
    crowd.mouse.move(after[0], after[1])
    crowd.mouse.click(*after)
    wait_for(crowd, f"explorer.state.selection?.entity === {entity}")
    assert _at(crowd, entity) == pytest.approx(after, abs=3), "it stays there"
    assert crowd.evaluate("explorer.network.getViewPosition()") == view


def test_crowd_in_view_is_rearranged(crowd: Page) -> None:
    places = "JSON.stringify([...explorer.crowd.xs])"
    before = crowd.evaluate(places)
    name = crowd.evaluate("explorer.data.entities[explorer.crowd.ids[5]].name")
    search(crowd, name)
    _settled(crowd)
    crowd.click("#rearrange")
    crowd.wait_for_timeout(400)
    assert crowd.evaluate("explorer.network.body.nodeIndices.length") > 1
    wait_for(crowd, "!explorer.network.physics.physicsEnabled")
    _settled(crowd)
    assert crowd.evaluate(places) != before
    assert crowd.evaluate("explorer.network.body.nodeIndices.length") == 0


def test_crowd_becomes_few_and_many_again(crowd: Page) -> None:
    crowd.click("#fewer")
    wait_for(crowd, "explorer.crowd === null")
    assert crowd.evaluate("explorer.network.body.nodeIndices.length") == 60
    crowd.click("#all")
    _settled(crowd)
    assert crowd.evaluate("explorer.network.body.nodeIndices.length") == 0


def test_crowd_on_paper_is_whole(crowd: Page) -> None:
    crowd.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert crowd.evaluate("explorer.drawing") is False
    crowd.evaluate("dispatchEvent(new Event('afterprint'))")


def test_crowd_panels_follow_a_filter(crowd: Page) -> None:
    counts = "document.querySelector('.matching').textContent"
    before = crowd.evaluate(counts)
    crowd.evaluate("explorer.change({ confidence: 0.55 })")
    wait_for(crowd, "!explorer.owing")
    filtered = crowd.evaluate(counts)
    assert filtered != before
    assert crowd.evaluate("explorer.change({ confidence: 0.6 }); explorer.owing")
    crowd.evaluate("explorer.showEntity(explorer.shown.nodes[0])")
    assert not crowd.evaluate("explorer.owing"), "panels that are owed are drawn before the next state"
    assert crowd.evaluate(counts) not in (before, filtered)
    expect(crowd.locator("#panel h2")).to_be_visible()
