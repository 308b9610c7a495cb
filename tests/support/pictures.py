"""The pictures of the explorer in README and documentation. Look at them before you commit them.

    python -m tests.support.pictures

takes the one of the seeds from output/: one relation selected, with the sentences that state it.

    python -m tests.support.pictures BUILD

takes the one of a larger corpus from the build of it, drawn by the explorer as it is now: names and counts, no sentence
of an article. That corpus is not part of the repository, so no test can take this picture again; tests only check that
it is there, small, and described where it is shown.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import graph_builder as gb

ROOT = Path(__file__).parents[2]
EXPLORER = ROOT / "output" / "explorer.html"
ASSETS = ROOT / "graph_builder" / "docs" / "pages" / "assets"
PICTURE = ASSETS / "explorer.jpg"
LARGER_PICTURE = ASSETS / "explorer-large.jpg"

# سيرغي لافروف and ستافان دي ميستورا: ids depend on names alone, so they outlive a rebuild.
SUBJECT, OBJECT = "09fb96cc8b1586cc", "7eae55f7990c40b2"
ADDRESS = f"#lang=en&theme=light&selection=relations.{SUBJECT}.{OBJECT}"
LARGER_ADDRESS = "#lang=en&theme=light&colour=community&amount=240"


def take(explorer: Path, address: str) -> bytes:
    """Return an explorer at an address, as JPEG of 1400 × 900 pixels."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        page.goto(explorer.as_uri() + address)
        page.wait_for_function("window.explorer !== undefined")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        picture = page.screenshot(type="jpeg", quality=80)
        browser.close()
    return picture


def take_larger(build: Path) -> bytes:
    """Return the first view of a build as it is drawn now, with its communities, as `take` does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "explorer.html"
        path.write_text(gb.load(build).show().html, encoding="utf-8")
        return take(path, LARGER_ADDRESS)


if __name__ == "__main__":
    if sys.argv[1:]:
        LARGER_PICTURE.write_bytes(take_larger(Path(sys.argv[1])))
    else:
        PICTURE.write_bytes(take(EXPLORER, ADDRESS))
