"""The figures and the differences as lines to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_builder.core.errors import ReviewError
from graph_builder.evaluation.differences import differences
from graph_builder.evaluation.extracted import ExtractedBuild, read_build
from graph_builder.evaluation.gold import read_gold
from graph_builder.evaluation.score import Compared, Score, by_confidence, by_kind, by_predicate, compared, scores
from graph_builder.lexicon import predicates


def score_lines(gold: Path, build: Path) -> Iterator[str]:
    """A line a figure, then a line a predicate.

    Raises ReviewError.
    """
    laid, _ = _read(gold, build)
    for name, score in scores(laid).items():
        yield f"{name:9} {_figures(score)}"
    for name, score in by_predicate(laid).items():
        yield f"  {name:16} {_figures(score)}  (gold {score.gold})"


def kind_lines(gold: Path, build: Path) -> Iterator[str]:
    """A line for each kind of mention.

    Raises ReviewError.
    """
    laid, _ = _read(gold, build)
    for kind, score in by_kind(laid).items():
        yield f"{kind:9} {_figures(score)}  (gold {score.gold})"


def confidence_lines(gold: Path, build: Path) -> Iterator[str]:
    """A line for each range of confidence: how many relations are right, and how many have the right two ends.

    Raises ReviewError.
    """
    laid, _ = _read(gold, build)
    for (low, high), (found, right, pairs) in by_confidence(laid).items():
        shares = f"{right / found:.3f} right  {pairs / found:.3f} of the right two" if found else "none"
        yield f"{low:.1f} to {min(high, 1.0):.1f}  {found:4} relations  {shares}"


def difference_lines(gold: Path, build: Path, article: str) -> Iterator[str]:
    """Two lines a difference: what it is, and the sentence or the words around it.

    Raises ReviewError.
    """
    laid, read = _read(gold, build)
    if article not in laid.gold.texts:
        raise ReviewError(f"{gold} has no article {article}; it has {', '.join(laid.gold.texts)}.")
    for difference in differences(laid, read, article):
        yield f"{difference.sort:7} {difference.what}"
        yield f"        {difference.sentence}"


def _read(gold: Path, build: Path) -> tuple[Compared, ExtractedBuild]:
    symmetric = frozenset(name for name, predicate in predicates().items() if predicate.symmetric)
    annotated = read_gold(gold, symmetric)
    read = read_build(build, annotated)
    return compared(annotated, read, symmetric), read


def _figures(score: Score) -> str:
    return f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
