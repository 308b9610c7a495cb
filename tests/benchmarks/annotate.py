"""Words per second of the annotate stage, in one process and in two at once, beside a plain loop in one.

    python -m tests.benchmarks.annotate [FOLDER [MODELS]]

Each process computes with one thread, models loaded and warm; the best of three rounds each, taken in turn.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.synchronize import Barrier
from typing import Any

from graph_builder.annotate.stanza import Loaded, annotate_batch, load
from graph_builder.annotate.weights import find_weights
from graph_builder.arabic.marks import without_marks
from graph_builder.corpus import read_corpus
from graph_builder.values import Annotated, Document

ROUNDS = 3


def main() -> None:
    """Print the loading time and the speeds."""
    given = sys.argv[1:]
    folder, models = given[0] if given else "seeds", given[1] if len(given) > 1 else "bundled"
    documents = read_corpus([folder]).documents
    texts = [without_marks(document.text) for document in documents]
    start = time.perf_counter()
    pipeline = load(find_weights(models), "cpu")
    print(f"loading              {time.perf_counter() - start:7.1f} s")

    def stage() -> int:
        return _annotated_words(pipeline, documents)

    def loop() -> int:
        return sum(int(pipeline.pipeline(text).num_words) for text in texts)

    stage()  # the first run of either warms up for both
    speeds = {"one process": 0.0, "plain loop": 0.0}
    for _ in range(ROUNDS):
        for name, run in (("one process", stage), ("plain loop", loop)):
            speeds[name] = max(speeds[name], _speed(run))
    for name, speed in (*speeds.items(), ("two processes", _in_two(documents, models))):
        print(f"{name:20} {speed:7.0f} words/s")


def _annotated_words(pipeline: Loaded, documents: Sequence[Document]) -> int:
    done = [outcome for outcome in annotate_batch(pipeline, documents) if isinstance(outcome, Annotated)]
    return sum(len(token.words) for each in done for sentence in each.sentences for token in sentence.tokens)


def _speed(run: Callable[[], int]) -> float:
    start = time.perf_counter()
    words = run()
    return words / (time.perf_counter() - start)


def _in_two(documents: Sequence[Document], models: str) -> float:
    """The words of all documents by the time that the slower of two processes takes, the best round of three."""
    halves: tuple[list[Document], list[Document]] = ([], [])
    for document in sorted(documents, key=lambda each: -len(each.text)):
        min(halves, key=lambda half: sum(len(each.text) for each in half)).append(document)
    context = multiprocessing.get_context("spawn")
    together, told = context.Barrier(2), context.SimpleQueue()
    workers = [context.Process(target=_work, args=(half, models, together, told)) for half in halves]
    for worker in workers:
        worker.start()
    rounds: list[list[tuple[int, float]]] = [[] for _ in range(ROUNDS)]
    for _ in range(2 * ROUNDS):
        number, words, seconds = told.get()
        rounds[number].append((words, seconds))
    for worker in workers:
        worker.join()
    return max(sum(words for words, _ in each) / max(seconds for _, seconds in each) for each in rounds)


def _work(documents: Sequence[Document], models: str, together: Barrier, told: Any) -> None:
    pipeline = load(find_weights(models), "cpu")
    _annotated_words(pipeline, documents)
    for number in range(ROUNDS):
        together.wait()
        start = time.perf_counter()
        words = _annotated_words(pipeline, documents)
        told.put((number, words, time.perf_counter() - start))


if __name__ == "__main__":
    main()
