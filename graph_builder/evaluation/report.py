"""Figures and differences of an evaluation, as lines to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_builder.core.errors import GoldError
from graph_builder.evaluation.differences import differences
from graph_builder.evaluation.extracted import ExtractedBuild, read_build
from graph_builder.evaluation.gold import read_gold
from graph_builder.evaluation.score import (
    Compared,
    Score,
    by_confidence,
    by_kind,
    by_predicate,
    by_rule,
    compared,
    scores,
)
from graph_builder.lexicon import predicates


def read_comparison(gold: Path, build: Path) -> tuple[Compared, ExtractedBuild]:
    """Compare the build in a folder with the hand annotation in another.

    Args:
        gold: The folder of the NAME.ann.txt and NAME.rel.tsv files.
        build: The folder of a build of the same texts.

    Returns:
        The build compared with the annotation, and the build itself.

    Raises:
        GoldError: The annotation cannot be read, or does not fit the build.
        DamagedBuildError: A file of the build is missing or damaged.
    """
    symmetric = frozenset(name for name, predicate in predicates().items() if predicate.symmetric)
    annotated = read_gold(gold, symmetric)
    extracted = read_build(build, annotated)
    return compared(annotated, extracted, symmetric), extracted


def score_lines(gold: Path, build: Path) -> Iterator[str]:
    """Yield a line for each figure, then one for each predicate. Raises as `read_comparison` does."""
    comparison, _ = read_comparison(gold, build)
    for name, score in scores(comparison).items():
        yield f"{name:9} {_figures(score)}"
    for name, score in by_predicate(comparison).items():
        yield f"  {name:16} {_figures(score)}  (gold {score.gold})"


def kind_lines(gold: Path, build: Path) -> Iterator[str]:
    """Yield a line for each kind of mention. Raises as `read_comparison` does."""
    comparison, _ = read_comparison(gold, build)
    for kind, score in by_kind(comparison).items():
        yield f"{kind:9} {_figures(score)}  (gold {score.gold})"


def confidence_lines(gold: Path, build: Path) -> Iterator[str]:
    """Yield a line for each range of confidence: the share of relations that are right, or have the right ends.

    Raises as `read_comparison` does.
    """
    comparison, _ = read_comparison(gold, build)
    for (low, high), numbers in by_confidence(comparison).items():
        yield f"{low:.1f} to {min(high, 1.0):.1f}  {_shares(*numbers)}"


def rule_lines(gold: Path, build: Path) -> Iterator[str]:
    """Yield a line for each rule: the share of its relations that are right, or have the right ends.

    Raises as `read_comparison` does.
    """
    comparison, _ = read_comparison(gold, build)
    for rule, numbers in by_rule(comparison).items():
        yield f"{rule:25}  {_shares(*numbers)}"


def difference_lines(gold: Path, build: Path, article: str) -> Iterator[str]:
    """Yield two lines for each difference in an article: what differs, and the sentence or the words around it.

    Raises as `read_comparison` does, and GoldError if no such article is annotated.
    """
    comparison, read = read_comparison(gold, build)
    if article not in comparison.gold.texts:
        raise GoldError(
            f"{gold} has no article {article}; it has {', '.join(comparison.gold.texts)}.",
            path=gold,
            name=article,
            suggestions=comparison.gold.texts,
        )
    for difference in differences(comparison, read, article):
        yield f"{difference.sort:7} {difference.what}"
        yield f"        {difference.sentence}"


def _shares(found: int, right: int, pairs: int) -> str:
    shares = f"{right / found:.3f} right  {pairs / found:.3f} of the right two" if found else "none"
    return f"{found:4} relations  {shares}"


def _figures(score: Score) -> str:
    return f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
