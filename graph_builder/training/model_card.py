"""The tables of the model card, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph_builder.annotate.weights import find_weights
from graph_builder.training import corpora
from graph_builder.training.evaluate import Figure, figures, habit_figures, load


def tables(data: Path, models: str) -> Iterator[str]:
    """Yield the lines of the tables: sizes, figures on the test parts with intervals, and figures with typing noise.

    Raises:
        TrainingError: If a corpus is missing.
        ModelsError: If the models are missing.
    """
    corpora.check(data)
    directory = find_weights(models).directory
    yield from _sizes(directory)
    pipelines = load(directory)
    yield from _figures(figures(pipelines, data))
    yield from _habits(habit_figures(pipelines, data))


_WEIGHTS = (".npz", ".pt")


def _sizes(directory: Path) -> Iterator[str]:
    yield from ("| file | MB |", "|---|---|")
    sizes = {path: path.stat().st_size / 1e6 for path in sorted(directory.rglob("*")) if path.suffix in _WEIGHTS}
    yield from (f"| `{path.relative_to(directory).as_posix()}` | {size:.1f} |" for path, size in sizes.items())
    yield from (f"| all | {sum(sizes.values()):.1f} |", "")


def _figures(found: Iterable[Figure]) -> Iterator[str]:
    yield from ("| test part | measure | F1 | 95 % interval |", "|---|---|---|---|")
    yield from (f"| {f.part} | {f.measure} | {f.f1:.2f} | {f.low:.2f} – {f.high:.2f} |" for f in found)
    yield ""


def _habits(found: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    yield from ("| variant | measure | F1 | loss |", "|---|---|---|---|")
    plain: dict[str, float] = {}
    for habit, measure, value in found:
        loss = plain.setdefault(measure, value) - value
        yield f"| {habit} | {measure} | {value:.2f} | {loss:.2f} |"
    yield ""
