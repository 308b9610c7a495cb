"""What each annotation process costs in memory.

    python -m tests.benchmarks.annotation_memory ARTICLES NUMBER [WORKERS]

So many of the ARTICLES are annotated by so many processes (two, where nothing is said). Their memory is looked at four
times a second: all that is resident, and what a process shares with no other. Runs on Linux alone.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import defaultdict

import psutil

from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.core.settings import Selection
from graph_builder.corpus import read_corpus


def main() -> None:
    """Print the peaks of each process."""
    articles, number, *workers = sys.argv[1:]
    documents = read_corpus([articles], selection=Selection(limit=int(number))).documents
    peaks: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(peaks, done))
    watcher.start()
    start = time.perf_counter()
    annotator = StanzaAnnotator(find_weights(), "cpu", workers=int(workers[0]) if workers else 2)
    outcomes = sum(1 for _ in annotator(documents))
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    print(f"{outcomes:,} articles in {seconds:.0f} s")
    for resident, own in sorted(peaks.values(), reverse=True):
        if resident > 100:  # Python's own helper is smaller
            print(f"process: {resident:5} MB resident, {own:5} MB of its own")


def _watch(peaks: dict[int, list[int]], done: threading.Event) -> None:
    while not done.wait(0.25):
        for process in psutil.Process().children(recursive=True):
            try:
                memory = process.memory_full_info()
            except psutil.Error:
                continue
            found = memory.rss >> 20, memory.uss >> 20
            peaks[process.pid] = [max(pair) for pair in zip(peaks[process.pid], found, strict=True)]


if __name__ == "__main__":
    main()
