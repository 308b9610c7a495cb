"""How fast the explorer opens, filters and moves on graphs of several sizes, beside the page that pyvis itself writes.

    python -m tests.benchmarks.explorer [EDGES ...]
    python -m tests.benchmarks.explorer news [ARTICLES ...]

Graphs are made up by tests/support/synthetic.py with a quarter as many entities as relations. Times are of headless
Chromium without a graphics card, in milliseconds: opening until the first picture stands, a filter until the next
picture, and the longest of thirty pictures while the graph is dragged. pyvis's page runs offline; it is settled when
its simulation has ended, for which it has SETTLING seconds.

The second form measures the page of so many articles with the counts of news: opening it; the first letters typed into
its search, and the next; choosing a name that is not drawn, the first time and another; and the sentences behind one of
its edges. Each is in milliseconds by the clock, until the picture after it, and after a slash those of the processor in
the page's own thread, which depend less on what else the machine does.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
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
        else "edges  nodes |  graphs    file    open  filter     pan  pan of most | pyvis: file  open  settled     pan"
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
    ours, theirs = folder / "explorer.html", folder / "pyvis.html"
    write(result, ours)
    _write_with_pyvis(result, theirs)
    own, other = (path.stat().st_size / 1e6 for path in (ours, theirs))
    return (
        f"{size:6} {len(knowledge.entities):6} | {seconds:6.1f}s {own:5.1f}MB {_ours(browser, ours)}"
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
    page.goto(path.as_uri())
    wait_for(page, "window.explorer")
    opened = page.evaluate(_DRAWN)
    filtered = page.evaluate(
        """async () => {
          const times = [];
          const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          for (const chosen of [{ kind: ["PER"] }, { predicate: ["consult"] }, { confidence: 0.7 },
                                { from: "2021-01-01", to: "2021-12-31" }, {}]) {
            const start = performance.now();
            explorer.change({ kind: [], predicate: [], confidence: 0, from: "", to: "", ...chosen });
            await drawn();
            times.push(performance.now() - start);
          }
          return Math.max(...times);
        }"""
    )
    moved = _dragged(page, "#canvas")
    page.evaluate("explorer.change({ amount: 2000 })")
    page.evaluate(_DRAWN)
    moved_most = _dragged(page, "#canvas")
    page.close()
    return f"{opened:7.0f} {filtered:7.0f} {moved:7.0f} {moved_most:12.0f}"


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
        moved = f"{_dragged(page, '#mynetwork'):.0f}"
    except TimeoutError:
        pass
    finally:
        context.close()
    return f"{opened:>5} {rounded:>8} {moved:>7}"


def _dragged(page: Page, selector: str) -> float:
    """The longest time between two pictures while the ground of the graph is dragged."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    x, y = box["x"] + 6, box["y"] + box["height"] - 6
    page.evaluate(
        """() => {
          window.longest = 0;
          let last = performance.now();
          const tick = now => {
            window.longest = Math.max(window.longest, now - last);
            last = now;
            requestAnimationFrame(tick);
          };
          requestAnimationFrame(now => { last = now; tick(now); });
        }"""
    )
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(30):
        page.mouse.move(x + 4 * step, y - 3 * step)
        page.evaluate("new Promise(requestAnimationFrame)")
    page.mouse.up()
    return float(page.evaluate("window.longest"))


if __name__ == "__main__":
    main()
