"""Pictures of the main states of the page, beside accepted ones.

    python -m tests.browser.test_pictures

takes them anew; look at them before they are committed.
"""

from __future__ import annotations

import base64
import math
import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph_builder.core.result import Result
from graph_builder.export.explorer import write
from tests.browser.conftest import Opener
from tests.support.samples import result_of
from tests.support.synthetic import synthetic_knowledge

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parent / "screenshots"
# What differs between machines is which fonts they have, so pictures are compared small and grey: the share of the
# range by which their points differ on average, and how many points of all may differ much.
MEAN, MUCH, MANY = 0.03, 0.25, 0.04

STATES = {
    "start-ar-light": ("", 1280, 800),
    "start-en-dark": ("#lang=en&theme=dark", 1280, 800),
    "together-en-communities": ("#lang=en&view=cooccurrence&colour=community", 1280, 800),
    "map-ar-dark": ("#view=map&theme=dark", 1280, 800),
    "table-en": ("#view=table&lang=en", 1280, 800),
    "tablet-ar": ("", 768, 1024),
}

_DIFFERENCE = """
async ([left, right]) => {
  const grey = async picture => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(128, 96);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, 128, 96);
    const { data } = context.getImageData(0, 0, 128, 96);
    return Array.from({ length: 128 * 96 }, (_, at) => (data[4 * at] + data[4 * at + 1] + data[4 * at + 2]) / 765);
  };
  const [a, b] = [await grey(left), await grey(right)];
  const apart = a.map((value, at) => Math.abs(value - b[at]));
  const much = apart.filter(each => each > MUCH).length;
  return [apart.reduce((sum, each) => sum + each, 0) / apart.length, much / apart.length];
}
""".replace("MUCH", str(MUCH))


@pytest.fixture(scope="module")
def shown() -> Result:
    return _result()


@pytest.mark.parametrize("name", STATES)
def test_pictures_are_unchanged(opened: Opener, browser: Browser, shown: Result, name: str) -> None:
    address, width, height = STATES[name]
    page = opened(shown, address=address, width=width, height=height)
    taken = _taken(page)
    kept = (PICTURES / f"{name}.jpg").read_bytes()
    assert len(kept) < 150_000
    blank = browser.new_page()
    pictures = [base64.b64encode(picture).decode("ascii") for picture in (kept, taken)]
    mean, many = blank.evaluate(_DIFFERENCE, pictures)
    blank.close()
    assert mean < MEAN and many < MANY, f"{name} differs by {mean:.3f} on average, much at {many:.1%} of its points"


def _result() -> Result:
    """A result laid out on a spiral: the layout's forces give other positions on processors that round differently."""
    result = result_of(synthetic_knowledge(160, seed=7))
    for graph in (result.relations, result.cooccurrence):
        for place, node in enumerate(graph):
            far, turn = 1000 * math.sqrt((place + 0.5) / len(graph)), place * math.pi * (3 - math.sqrt(5))
            graph.nodes[node].update(x=round(far * math.cos(turn), 1), y=round(far * math.sin(turn), 1))
    return result


def _taken(page: Page) -> bytes:
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.screenshot(type="jpeg", quality=60)


def _take_anew() -> None:
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "explorer.html"
        write(_result(), path)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for name, (address, width, height) in STATES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            page.goto(path.as_uri() + address)
            page.wait_for_function("window.explorer !== undefined")
            (PICTURES / f"{name}.jpg").write_bytes(_taken(page))
            page.close()
        browser.close()


if __name__ == "__main__":
    _take_anew()
