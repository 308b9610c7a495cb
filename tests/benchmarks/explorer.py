"""How fast the explorer opens, filters and moves on graphs of several sizes, beside the page that pyvis itself writes.

    python -m tests.benchmarks.explorer [EDGES ...]
    python -m tests.benchmarks.explorer news [ARTICLES ...]

Graphs are made up by tests/support/synthetic.py with a quarter as many entities as relations. Times are of headless
Chromium without a graphics card, in milliseconds, with all entities and lines shown: opening until the first picture
stands; the slowest of five filters until the next picture, and until the panels beside it stand; the longest time from
one picture to the next of thirty while the ground, or the strongest node, is dragged, and of twelve while the wheel
zooms; a search, once the field is entered, until its suggestions stand. After a slash come those of the processor in
the page's own thread, for each picture where there are many. `graphs` are the seconds in which the build measures and
lays out both graphs, `layout` those of the graph of relations by the processor. pyvis's page runs offline; it is
settled when its simulation has ended, for which it has SETTLING seconds.

The second form measures the page of so many articles with the counts of news: opening it; the first letters typed into
its search, once it is entered, and the next; choosing a name that is not drawn, the first time and another; and the
sentences behind one of its edges. Each is in milliseconds by the clock, until the picture after it, and after a slash
those of the processor in the page's own thread, which depend less on what else the machine does.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from graph_builder.core.result import Result
from graph_builder.core.values import Knowledge
from graph_builder.export.explorer import write
from graph_builder.graphs import cooccurrence_graph, relation_graph, with_layout, with_measures
from tests.browser.hands import wait_for
from tests.support.synthetic import synthetic_knowledge, synthetic_news

SIZES = (100, 1_000, 5_000, 20_000)
ARTICLES = (1_000, 10_000)
SETTLING = 60
ENTERED = 300  # milliseconds between the click into the search field and the first letter
_DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def main() -> None:
    """Print a table, a row for each size."""
    news = sys.argv[1:2] == ["news"]
    sizes = [int(size) for size in sys.argv[1 + news :]] or (ARTICLES if news else SIZES)
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    print(
        "articles  names sentences relations  pairs |  page    file |      open  search first, next  "
        "select first, next  sentences"
        if news
        else "edges  nodes | graphs layout   file |      open       filter     drag     node     zoom    search | "
        "pyvis: file  open  settled     pan"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for size in sizes:
            print((_news_row if news else _row)(size, browser, Path(folder)), flush=True)
        browser.close()


def _result(knowledge: Knowledge) -> Result:
    cooccurrence = with_layout(with_measures(cooccurrence_graph(knowledge)))
    return Result(knowledge, cooccurrence, with_layout(with_measures(relation_graph(knowledge))))


def _news_row(articles: int, browser: Browser, folder: Path) -> str:
    knowledge = synthetic_news(articles)
    result = _result(knowledge)
    path = folder / "news.html"
    start = time.perf_counter()
    write(result, path)
    seconds = time.perf_counter() - start
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    wait_for(page, "window.explorer")
    opened = f"{page.evaluate(_DRAWN):.0f}/{_spent(session):.0f}"
    page.focus("#query")
    page.wait_for_timeout(ENTERED)
    names = page.evaluate("explorer.shown.nodes.slice(-2).map(id => explorer.data.entities[id].name)")
    typed = [_typed(page, session, name[: len(name) // 2]) for name in names]
    chosen = [_chosen(page, session, name) for name in names]
    read = _taking(page, session, "document.querySelector('#panel .row').click()", "'#panel blockquote'")
    page.close()
    return (
        f"{articles:8} {len(knowledge.entities):6} {len(knowledge.sentences):9} {len(knowledge.relations):9} "
        f"{result.cooccurrence.number_of_edges():6} | {seconds:4.0f}s {path.stat().st_size / 1e6:5.1f}MB | "
        f"{opened:>9} {', '.join(typed):>19} {', '.join(chosen):>19} {read:>10}"
    )


def _typed(page: Page, session: CDPSession, text: str) -> str:
    act = (
        f"{{ const query = document.querySelector('#query'); query.value = {text!r}; "
        "query.dispatchEvent(new Event('input')) }"
    )
    return _taking(page, session, act, "'#suggestions [data-entity]'")


def _chosen(page: Page, session: CDPSession, name: str) -> str:
    act = f"explorer.showEntity(explorer.data.entities.findIndex(entity => entity.name === {name!r}))"
    there = f"explorer.data.entities[explorer.state.selection?.entity]?.name === {name!r}"
    return _taking(page, session, act, "'#panel h2'", there)


def _taking(page: Page, session: CDPSession, act: str, selector: str, condition: str = "true") -> str:
    """Milliseconds until an action has made an element be and a condition hold and has been drawn."""
    before = _spent(session)
    taken = page.evaluate(
        f"""async () => {{
          const start = performance.now();
          {act};
          const next = () => new Promise(requestAnimationFrame);
          while (!(document.querySelector({selector}) && {condition})) await next();
          await next();
          return performance.now() - start;
        }}"""
    )
    return f"{taken:.0f}/{_spent(session) - before:.0f}"


def _spent(session: CDPSession) -> float:
    """Milliseconds of the processor that the page's thread has had."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def _row(size: int, browser: Browser, folder: Path) -> str:
    start = time.perf_counter()
    knowledge = synthetic_knowledge(size)
    result = _result(knowledge)
    seconds = time.perf_counter() - start
    start = time.process_time()
    with_layout(result.relations)
    layout = time.process_time() - start
    ours, theirs = folder / "explorer.html", folder / "pyvis.html"
    write(result, ours)
    _write_with_pyvis(result, theirs)
    own, other = (path.stat().st_size / 1e6 for path in (ours, theirs))
    return (
        f"{size:6} {len(knowledge.entities):6} | {seconds:5.1f}s {layout:5.1f}s {own:4.1f}MB | {_ours(browser, ours)}"
        f" | {other:9.1f}MB {_theirs(browser, theirs)}"
    )


def _write_with_pyvis(result: Result, path: Path) -> None:
    network = Network(directed=True, cdn_resources="in_line")
    names = {entity.id: entity.name for entity in result.knowledge.entities}
    for identifier in result.relations:
        network.add_node(identifier, label=names[identifier])
    for subject, obj, predicate in result.relations.edges(keys=True):
        network.add_edge(subject, obj, title=predicate)
    path.write_text(network.generate_html(), encoding="utf-8")


def _ours(browser: Browser, path: Path) -> str:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri() + "#amount=5000&lines=all")
    wait_for(page, "window.explorer")
    opened = f"{page.evaluate(_DRAWN):.0f}/{_spent(session):.0f}"
    wait_for(page, "!explorer.drawing")
    filters: tuple[dict[str, object], ...] = (
        {"kind": ["PER"]},
        {"predicate": ["consult"]},
        {"confidence": 0.7},
        {"from": "2021-01-01", "to": "2021-12-31"},
        {},
    )
    filtered = max((_filtered(page, session, each) for each in filters), key=lambda times: times[0])
    moves = (_dragged(page, "#canvas", session), _node_dragged(page, session), _zoomed(page, session))
    name = str(page.evaluate("explorer.data.entities[explorer.shown.nodes[7]].name"))
    page.focus("#query")
    page.wait_for_timeout(ENTERED)
    searched = _typed(page, session, name[: len(name) // 2])
    page.close()
    told = " ".join(f"{longest:4.0f}/{spent:<3.0f}" for longest, spent in moves)
    picture, panels, spent = filtered
    return f"{opened:>9} {f'{picture:.0f}, {panels:.0f}/{spent:.0f}':>12} {told} {searched:>9}"


def _filtered(page: Page, session: CDPSession, chosen: dict[str, object]) -> tuple[float, float, float]:
    """Milliseconds by the clock until the next picture, and the panels beside it, and by the processor until all."""
    before = _spent(session)
    picture, panels = page.evaluate(
        """async chosen => {
          const start = performance.now();
          const drawn = () => new Promise(done => requestAnimationFrame(() => {
            const after = new MessageChannel(); // its message comes when the frame has been handed over
            after.port1.onmessage = () => done(performance.now() - start);
            after.port2.postMessage(null);
          }));
          explorer.change({ kind: [], predicate: [], confidence: 0, from: "", to: "", ...chosen });
          const picture = await drawn();
          while (explorer.owing) await drawn();
          return [picture, await drawn()];
        }""",
        chosen,
    )
    wait_for(page, "!explorer.drawing")
    return float(picture), float(panels), _spent(session) - before


def _theirs(browser: Browser, path: Path) -> str:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    context.set_default_timeout(SETTLING * 1000)
    page = context.new_page()
    start = time.perf_counter()
    opened = rounded = moved = f">{SETTLING}s"
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("document.readyState === 'complete' && typeof network === 'object'")
        opened = f"{time.perf_counter() - start:.1f}s"
        page.wait_for_function("network.physics.stabilized", timeout=1000 * (SETTLING - time.perf_counter() + start))
        rounded = f"{time.perf_counter() - start:.1f}s"
        moved = f"{_dragged(page, '#mynetwork')[0]:.0f}"
    except TimeoutError:
        pass
    finally:
        context.close()
    return f"{opened:>5} {rounded:>8} {moved:>7}"


def _dragged(page: Page, selector: str, session: CDPSession | None = None) -> tuple[float, float]:
    """The longest time between two pictures while the ground of the graph is dragged, and the processor's for one."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    return _pulled(page, session, box["x"] + 6, box["y"] + box["height"] - 6)


def _node_dragged(page: Page, session: CDPSession) -> tuple[float, float]:
    """The same while the strongest node is dragged, from the middle of the view."""
    page.evaluate("explorer.network.moveTo({ position: explorer.placeOf(explorer.shown.nodes[0]) })")
    wait_for(page, "!explorer.drawing")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return _pulled(page, session, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def _pulled(page: Page, session: CDPSession | None, x: float, y: float) -> tuple[float, float]:
    page.mouse.move(x, y)
    page.evaluate(_DRAWN)
    page.mouse.down()
    measured = _pictures(page, session, [(x + 4 * step, y - 3 * step) for step in range(30)], page.mouse.move)
    page.mouse.up()
    return measured


def _zoomed(page: Page, session: CDPSession) -> tuple[float, float]:
    """The same while the wheel zooms in and out."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + box["height"] / 3)
    page.evaluate(_DRAWN)
    return _pictures(page, session, [(0, -120)] * 8 + [(0, 120)] * 4, page.mouse.wheel)


def _pictures(
    page: Page, session: CDPSession | None, steps: Sequence[tuple[float, float]], act: Callable[[float, float], None]
) -> tuple[float, float]:
    """The longest time between two pictures during such steps, and the milliseconds of the processor for a step."""
    page.evaluate(
        """() => {
          window.longest = 0;
          let last;
          const tick = now => {
            window.longest = Math.max(window.longest, now - (last ?? now));
            last = now;
            requestAnimationFrame(tick);
          };
          requestAnimationFrame(tick);
        }"""
    )
    before = _spent(session) if session else 0.0
    for step in steps:
        act(*step)
        page.evaluate("new Promise(requestAnimationFrame)")
    spent = (_spent(session) - before if session else 0.0) / len(steps)
    return float(page.evaluate("window.longest")), spent


if __name__ == "__main__":
    main()
