"""The picture of the explorer in README and documentation: `python -m tests.support.pictures` takes it from output/.

It shows one relation selected, with the sentences that state it. Look at it before you commit it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
EXPLORER = ROOT / "output" / "explorer.html"
PICTURE = ROOT / "graph_builder" / "docs" / "pages" / "assets" / "explorer.jpg"

# سيرغي لافروف and ستافان دي ميستورا: ids depend on names alone, so they outlive a rebuild.
SUBJECT, OBJECT = "09fb96cc8b1586cc", "7eae55f7990c40b2"
ADDRESS = f"#lang=en&theme=light&selection=relations.{SUBJECT}.{OBJECT}"


def take() -> bytes:
    """Return the explorer of output/ with one relation selected, as JPEG of 1400 × 900 pixels."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        page.goto(EXPLORER.as_uri() + ADDRESS)
        page.wait_for_function("window.explorer !== undefined")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        picture = page.screenshot(type="jpeg", quality=80)
        browser.close()
    return picture


if __name__ == "__main__":
    PICTURE.write_bytes(take())
