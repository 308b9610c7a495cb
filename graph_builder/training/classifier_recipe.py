"""The recipe of the relation classifier: cross-validation for figures and calibration, then final training."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import TrainingError
from graph_builder.core.values import Problem
from graph_builder.corpus import read_corpus
from graph_builder.relate.classifier import Calibration
from graph_builder.relate.classifier.features import Floats
from graph_builder.relate.classifier.network import Vocabulary
from graph_builder.relate.classifier.weights import load, save
from graph_builder.training.articles import Article, articles
from graph_builder.training.classifier import Recipe, train, word_vectors
from graph_builder.training.crossvalidate import GOLD, HeldOut, folds
from graph_builder.training.held_out import (
    Predictions,
    Said,
    Triple,
    calibration,
    figures,
    predictions,
    recalibrated,
    reliability,
    rightness,
)
from graph_builder.training.relation_examples import Corpus, labelled
from graph_builder.training.run_directory import RunDirectory

# One network is trained for each seed; their mean is used. In cross-validation there is one network per fold.
SEEDS = (1, 2)
_RAW = Calibration()

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The training data: the annotated articles, their labelled sentences, and word vectors."""

    articles: Sequence[Article]
    corpus: Corpus
    vectors: Floats
    vocabulary: Vocabulary


def lesson(data: Path, run_directory: RunDirectory, report: Report) -> Lesson:
    """Return the training data, with the articles annotated by recognizers that were not trained on them.

    Raises:
        TrainingError: If a corpus is missing or an article cannot be annotated.
    """
    folder = run_directory.cross_validation
    annotator = HeldOut(data, folder, run_directory, report)
    outcomes = list(annotator(read_corpus([str(folder / GOLD / "n?????.txt")]).documents))
    failed = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    if failed:
        raise TrainingError(f"An annotated article could not be read: {failed[0]}")
    every = articles(data)
    corpus = labelled([outcome for outcome in outcomes if not isinstance(outcome, Problem)], every)
    return Lesson(every, corpus, *word_vectors(run_directory.vectors("segmented")))


def cross_validated(taught: Lesson, folder: Path, report: Report) -> Predictions:
    """Return predictions for articles by classifiers that were not trained on them; existing weights are reused."""
    found: dict[tuple[str, Triple], Said] = {}
    for number, held in enumerate(folds(taught.articles)):
        names = {article.name for article in held}
        path = folder / f"relations-{number + 1}.npz"
        if not path.is_file():
            _train(taught, names, path, _RAW, SEEDS[:1], report)
        found.update(predictions(load(path), (s for s in taught.corpus.sentences if s.article in names)))
    return found


def train_classifier(taught: Lesson, folder: Path, path: Path, report: Report) -> None:
    """Train the classifier on all articles, calibrate it by cross-validation, and write it."""
    _train(
        taught,
        frozenset(),
        path,
        calibration(cross_validated(taught, folder, report), taught.corpus, taught.articles),
        SEEDS,
        report,
    )


def classifier_lines(taught: Lesson, found: Predictions) -> Iterator[str]:
    """Yield the cross-validated figures at the default threshold, and the reliability after calibration."""
    sure = recalibrated(found, calibration(found, taught.corpus, taught.articles))
    yield from figures(sure, taught.corpus, taught.articles)
    yield "confidence, relations, of these right:"
    yield from reliability(*rightness(sure, taught.corpus, taught.articles))


def _train(
    taught: Lesson,
    without: set[str] | frozenset[str],
    path: Path,
    by: Calibration,
    seeds: Sequence[int],
    report: Report,
) -> None:
    sentences = [sentence for sentence in taught.corpus.sentences if sentence.article not in without]
    networks = tuple(
        train(sentences, taught.vectors, taught.vocabulary, Recipe(), seed, report).exported() for seed in seeds
    )
    aside = path.with_suffix(".part")
    save(aside, networks, taught.vectors, taught.vocabulary.words, by)
    aside.replace(path)
