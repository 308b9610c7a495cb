"""What one article more costs a build on a Dask cluster: processor time, memory and storage.

    python -m tests.benchmarks.cluster ARTICLES CACHE [FEWER MORE]

ARTICLES are read, and their annotations lie in CACHE, where a build kept them; it is not written to. So many fewer and
so many more of them are built, each in a process of its own with one worker process, and what the latter cost more is
divided by their number; the graphs, which are measured otherwise from 2,000 nodes on, are divided by all. Processor
time is that of all threads of a process, so that what else the machine does counts for little.
"""

from __future__ import annotations

import functools
import itertools
import json
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from graph_builder.annotate.cache import Cache, CachedAnnotation
from graph_builder.annotate.weights import find_weights
from graph_builder.cluster import PROCESSES, joined
from graph_builder.core.batches import batches
from graph_builder.core.settings import Selection, Settings
from graph_builder.core.values import Document
from graph_builder.corpus import read_corpus
from graph_builder.pipeline import build

STEPS = ("read", "annotate", "resolve", "relate", "graphs", "write")


def main() -> None:
    """Print the figures as JSON, those of `tests/benchmarks/measured.json`."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does: threads that wait for each other count, too
    articles, cache, *numbers = sys.argv[1:]
    fewer, more = map(int, numbers or (500, 1500))
    few, many = (_apart(articles, cache, number, PROCESSES) for number in (fewer, more))
    here = [_apart(articles, cache, number, "") for number in (fewer // 2, fewer)]
    difference = {name: (many[name] - few[name]) / (many["articles"] - few["articles"]) for name in many}
    read_here = (here[1]["relate"] - here[0]["relate"]) / (here[1]["articles"] - here[0]["articles"])
    printed = {
        "articles": [few["articles"], many["articles"]],
        "words": round(difference["words"]),
        "milliseconds": {
            **{step: round(1000 * difference[step], 1) for step in ("read", "resolve", "relate", "write")},
            "graphs": round(1000 * many["graphs"] / many["articles"], 1),
            "keep": round(1000 * _keeping(articles, cache, fewer), 1),
            "relate by a worker": round(1000 * (read_here - difference["relate"]), 1),
        },
        "kilobytes of memory": {step: round(difference[f"{step} memory"] / 1000, 1) for step in STEPS},
        "megabytes of memory": {step: round(few[f"{step} memory"] / 1e6) for step in STEPS},
        "kilobytes of storage": {
            name: round(difference[name] / 1000, 1)
            for name in ("articles' text", "annotations", "extractions", "output")
        },
        "worker, megabytes": round(many["worker"] / 1e6),
    }
    print(json.dumps(printed, indent=2))


def _apart(articles: str, cache: str, number: int, scheduler: str) -> dict[str, float]:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        return process.submit(_built, articles, cache, number, scheduler).result()


def _built(articles: str, cache: str, number: int, scheduler: str) -> dict[str, float]:
    """Return seconds of processor time and the peak of memory in bytes by step, and bytes of storage."""
    folder = Path(tempfile.mkdtemp())
    fingerprint = find_weights().fingerprint
    kept = folder / "cache" / fingerprint
    kept.mkdir(parents=True)
    for path in (Path(cache) / fingerprint).glob("*.conllu"):
        (kept / path.name).symlink_to(path.resolve())
    at: dict[str, tuple[float, int]] = {}

    def note(step: str, done: int, _: int) -> None:
        if done == 0:
            at[step] = time.process_time(), _peak()

    settings = Settings(cache=folder / "cache", selection=Selection(limit=number), scheduler=scheduler or None)
    built = build(articles, folder / "output", settings, progress=note)
    at["end"] = time.process_time(), _peak()
    documents = built.result.knowledge.documents
    found: dict[str, float] = {"articles": len(documents), "words": built.words}
    for step, following in itertools.pairwise((*STEPS, "end")):
        found[step] = at[following][0] - at[step][0]
        found[f"{step} memory"] = at[following][1]
    found["articles' text"] = sum(len(document.text.encode()) for document in documents)
    found["annotations"] = sum((kept / f"{document.id}.conllu").stat().st_size for document in documents)
    found["extractions"] = _size(kept, "*.extractions")
    found["output"] = _size(folder / "output", "*")
    found["worker"] = 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    shutil.rmtree(folder)
    return found


def _keeping(articles: str, cache: str, number: int) -> float:
    """Return the seconds of processor time in which an article is sent to a worker, comes back annotated and is kept.

    The worker has it from the cache: what is measured is this process.
    """
    documents = read_corpus([articles], selection=Selection(limit=number)).documents
    with tempfile.TemporaryDirectory() as folder, joined(Settings(scheduler=PROCESSES)) as workers:
        assert workers is not None
        mine = Cache(Path(folder), "kept")
        work = functools.partial(_found, Path(cache), find_weights().fingerprint)
        list(workers.run(work, [documents[:1]]))
        start = time.process_time()
        for each in itertools.chain.from_iterable(workers.run(work, batches(documents))):
            mine.put(each)
        return (time.process_time() - start) / len(documents)


def _found(cache: Path, fingerprint: str, batch: Sequence[Document]) -> list[CachedAnnotation]:
    kept = Cache(cache, fingerprint)
    return [CachedAnnotation.of(kept.kept(document)) for document in batch]


def _peak() -> int:
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _size(folder: Path, pattern: str) -> int:
    return sum(path.stat().st_size for path in folder.glob(pattern))


if __name__ == "__main__":
    main()
