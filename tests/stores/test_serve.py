"""Clients that others wrote query `graph-builder serve`; those that need nothing installed are in tests/store/."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Route, sync_playwright

from tests.stores.engines import COMUNICA, missing, run
from tests.support.serving import Served, serving

pytestmark = pytest.mark.store

CONSULT = "https://graph-builder.example/ontology#consult"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def served(seeds_output: Path) -> Iterator[Served]:
    with serving(seeds_output) as served:
        yield served


@pytest.mark.skipif(missing(COMUNICA) != "", reason=missing(COMUNICA))
@pytest.mark.parametrize("source", ["", "sparql@"])
def test_comunica_queries_it(source: str, served: Served) -> None:
    """Comunica finds out by the description of the service what it is, or is told."""
    asked = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?a <{CONSULT}> ?b }}"
    done = run(COMUNICA, f"{source}{served.sparql}", asked, "-t", "application/sparql-results+json")
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert int(row["n"]["value"]) > 5


def _yasgui() -> Path | None:
    """The folder of YASGUI, installed beside Comunica."""
    program = shutil.which(COMUNICA)
    folder = Path(program).resolve().parents[3] / "@triply" / "yasgui" / "build" if program else None
    return folder if folder and folder.is_dir() else None


@pytest.mark.browser
@pytest.mark.skipif(_yasgui() is None, reason="not installed: @triply/yasgui")
def test_yasgui_queries_it(served: Served) -> None:
    """A page with YASGUI at the address of the server, since the server answers no pages of other sites."""
    folder = _yasgui()
    executable = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if folder is None or executable is None:
        pytest.skip("no browser is installed")
    page_of = f"{served.url}/yasgui.html"
    files = {f"{served.url}/{name}": folder / name for name in ("yasgui.min.js", "yasgui.min.css")}
    text = f"""<!doctype html><link rel=stylesheet href=yasgui.min.css><div id=y></div>
        <script src=yasgui.min.js></script><script>const yasgui = new Yasgui(document.getElementById("y"), {{
            requestConfig: {{ endpoint: "{served.sparql}" }}, yasqe: {{ autocompleters: [] }}, persistenceId: null }});
        </script>"""

    def answer(route: Route) -> None:
        url = route.request.url
        if url == page_of:
            route.fulfill(body=text, content_type="text/html")
        elif url in files:
            route.fulfill(path=files[url])
        elif url.startswith(served.sparql):
            route.continue_()
        else:
            route.abort()

    def count() -> int:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.route("**/*", answer)
            page.goto(page_of)
            page.evaluate(
                "query => { const tab = yasgui.getTab(); tab.setQuery(query); return tab.query(); }",
                f"SELECT ?a ?b WHERE {{ ?a <{CONSULT}> ?b }} LIMIT 4",
            )
            page.locator(".yasr .dataTable tbody tr").nth(3).wait_for()
            rows = page.locator(".yasr .dataTable tbody tr").count()
            browser.close()
        return rows

    # In a thread of its own: the browser of other tests may still run in this one.
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(count).result() == 4
