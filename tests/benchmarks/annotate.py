"""Words per second of the annotate stage, beside a plain loop over the same texts with the same weights.

    python -m tests.benchmarks.annotate [FOLDER]

Both run in one process with one thread, models loaded and warm; the best of three rounds each, taken in turn.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from graph_builder.annotate.stanza import annotate_batch, load
from graph_builder.annotate.weights import find_weights
from graph_builder.arabic.marks import without_marks
from graph_builder.corpus import read_corpus
from graph_builder.values import Annotated

ROUNDS = 3


def main() -> None:
    """Print the loading time and both speeds."""
    documents = read_corpus([sys.argv[1] if len(sys.argv) > 1 else "seeds"]).documents
    texts = [without_marks(document.text) for document in documents]
    start = time.perf_counter()
    pipeline = load(find_weights(), "cpu")
    print(f"loading            {time.perf_counter() - start:7.1f} s")

    def stage() -> int:
        outcomes = annotate_batch(pipeline, documents)
        done = [outcome for outcome in outcomes if isinstance(outcome, Annotated)]
        return sum(len(token.words) for each in done for sentence in each.sentences for token in sentence.tokens)

    def loop() -> int:
        return sum(int(pipeline(text).num_words) for text in texts)

    stage()  # the first run of either warms up for both
    speeds = {"annotate stage": 0.0, "plain loop": 0.0}
    for _ in range(ROUNDS):
        for name, run in (("annotate stage", stage), ("plain loop", loop)):
            speeds[name] = max(speeds[name], _speed(run))
    for name, speed in speeds.items():
        print(f"{name:18} {speed:7.0f} words/s")


def _speed(run: Callable[[], int]) -> float:
    start = time.perf_counter()
    words = run()
    return words / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
