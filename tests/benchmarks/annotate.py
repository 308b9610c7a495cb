"""Words per second of the annotate stage, in one process and in two at once, beside a plain loop in one.

    python -m tests.benchmarks.annotate [FOLDER [MODELS]]

The loop is `nlp(text)` over Stanza's pipeline as Stanza builds it, with the same weights. Each process computes with
one thread. Before every round the models are loaded anew and annotate one document, as how a token is taken apart is
kept in mind; the best of three rounds each, taken in turn.
"""

from __future__ import annotations

import functools
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Barrier
from typing import Any

import stanza
import torch

from graph_builder.annotate.stanza import Loaded, annotate_batch, load
from graph_builder.annotate.weights import PROCESSORS, find_weights
from graph_builder.arabic.marks import without_marks
from graph_builder.core.values import Annotated, Document
from graph_builder.corpus import read_corpus

ROUNDS = 3


def main() -> None:
    """Print the loading time and the speeds."""
    given = sys.argv[1:]
    folder, models = given[0] if given else "seeds", given[1] if len(given) > 1 else "bundled"
    documents = read_corpus([folder]).documents
    texts = [without_marks(document.text) for document in documents]
    start = time.perf_counter()
    load(find_weights(models), "cpu")
    print(f"loading         {time.perf_counter() - start:7.1f} s")
    speeds = {"one process": 0.0, "plain loop": 0.0}
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as apart:
        for _ in range(ROUNDS):
            pipeline = _warm(documents, models)
            speed = _speed(functools.partial(_annotated_words, pipeline, documents))
            speeds["one process"] = max(speeds["one process"], speed)
            speeds["plain loop"] = max(speeds["plain loop"], apart.submit(_looped, texts, models).result())
    speeds["two processes"] = _in_two(documents, models)
    for name, speed in speeds.items():
        print(f"{name:15} {speed:7,.0f} words/s  {speed / speeds['plain loop']:5.1f} times the plain loop")


def _warm(documents: Sequence[Document], models: str) -> Loaded:
    pipeline = load(find_weights(models), "cpu")
    _annotated_words(pipeline, documents[:1])
    return pipeline


@functools.cache
def _plain(models: str) -> Any:
    torch.set_num_threads(1)
    directory = str(find_weights(models).directory)
    quiet: dict[str, Any] = {"download_method": None, "logging_level": "ERROR"}
    return stanza.Pipeline("ar", dir=directory, processors=PROCESSORS, package="default", device="cpu", **quiet)


def _looped(texts: Sequence[str], models: str) -> float:
    nlp = _plain(models)
    nlp(texts[0])
    return _speed(lambda: sum(int(nlp(text).num_words) for text in texts))


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
    for number in range(ROUNDS):
        pipeline = _warm(documents, models)
        together.wait()
        start = time.perf_counter()
        words = _annotated_words(pipeline, documents)
        told.put((number, words, time.perf_counter() - start))


if __name__ == "__main__":
    main()
