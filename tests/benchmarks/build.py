"""What a build costs: seconds and the peak of memory, step by step.

    python -m tests.benchmarks.build ARTICLES CACHE [NUMBER ...]

So many of the ARTICLES (100 and 1,000, where nothing is said) are built with one worker, each number in a process of
its own, twice: what CACHE lacks is annotated and kept in it the first time. Memory is the resident set, whose peak the
kernel keeps and forgets on demand, so this runs on Linux alone.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from graph_builder.core.settings import Selection, Settings
from graph_builder.pipeline import build

STEPS = ("read", "annotate", "resolve", "relate", "graphs", "write")


def main() -> None:
    """Print a table for each number."""
    articles, cache, *numbers = sys.argv[1:]
    for number in map(int, numbers or (100, 1000)):
        print(f"{number:,} articles" + "".join(f"{step:>16}" for step in STEPS))
        for again in ("first", "again"):
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
                seconds, peaks = alone.submit(measured, articles, cache, number).result()
            cells = (f"{seconds[step]:8.1f} s {peaks[step]:5} M" for step in STEPS)
            print(f"  {again:>8}   " + "".join(cells) + f"  {sum(seconds.values()):.0f} s in all", flush=True)


def measured(articles: str, cache: str, number: int) -> tuple[dict[str, float], dict[str, int]]:
    """Return the seconds of each step of a build, and its peaks of memory in megabytes."""
    peaks: dict[str, int] = {}
    running = ""

    def note(step: str, *_: int) -> None:
        nonlocal running
        if step != running:
            peaks[running] = _peak()
            running = step

    settings = Settings(cache=Path(cache), selection=Selection(limit=number))
    with tempfile.TemporaryDirectory() as folder:
        built = build([articles], folder, settings, progress=note)
    peaks[running] = _peak()
    return dict(built.seconds), peaks


def _peak() -> int:
    """Return the peak of this process's memory since this was asked for last, in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return int(kilobytes) // 1000


if __name__ == "__main__":
    main()
