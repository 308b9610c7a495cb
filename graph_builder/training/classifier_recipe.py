"""The recipe of the relation classifier: cross-validation for figures and calibration, then final training.

A first network is trained on the annotated articles; that of the classifier on these and on unlabelled articles with
the probabilities of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph_builder.core.errors import TrainingError
from graph_builder.core.values import Problem
from graph_builder.corpus import read_corpus
from graph_builder.relate.classifier import Calibration, Sample
from graph_builder.relate.classifier.features import Floats
from graph_builder.relate.classifier.network import Vocabulary
from graph_builder.relate.classifier.weights import load, save
from graph_builder.training.articles import Article, articles
from graph_builder.training.classifier import Recipe, train, word_vectors
from graph_builder.training.crossvalidate import GOLD, HeldOut, folds
from graph_builder.training.distillation import soft_labelled, unlabelled
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

# The seeds of the teacher and of the classifier.
_TEACHER, _CLASSIFIER = 1, 2
_RAW = Calibration()

Report = Callable[[str], None]


@dataclass(frozen=True)
class Lesson:
    """The training data: the annotated articles, their labelled sentences, and word vectors."""

    articles: Sequence[Article]
    corpus: Corpus
    vectors: Floats
    vocabulary: Vocabulary
    data: Path
    run_directory: RunDirectory

    @cached_property
    def unlabelled(self) -> Sequence[Sample]:
        """The sentences of a sample of unlabelled articles; the first access annotates them, which takes minutes."""
        return unlabelled(self.data, self.articles, self.run_directory.unlabelled)


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
    return Lesson(every, corpus, *word_vectors(run_directory.vectors("segmented")), data, run_directory)


def cross_validated(taught: Lesson, folder: Path, report: Report) -> Predictions:
    """Return predictions for articles by classifiers that were not trained on them; existing weights are reused."""
    found: dict[tuple[str, Triple], Said] = {}
    for number, held in enumerate(folds(taught.articles)):
        names = {article.name for article in held}
        path = folder / f"relations-{number + 1}.npz"
        if not path.is_file():
            _train(taught, names, path, _RAW, report)
        found.update(predictions(load(path), (s for s in taught.corpus.sentences if s.article in names)))
    return found


def train_classifier(taught: Lesson, folder: Path, path: Path, report: Report) -> None:
    """Train the classifier on all articles, calibrate it by cross-validation, and write it."""
    _train(
        taught,
        frozenset(),
        path,
        calibration(cross_validated(taught, folder, report), taught.corpus, taught.articles),
        report,
    )


def classifier_lines(taught: Lesson, found: Predictions) -> Iterator[str]:
    """Yield the cross-validated figures at the default threshold, and the reliability after calibration.

    The figures are those of all articles, then of the later ones. The predictions of each fold are calibrated by those
    of the others.
    """
    sure: dict[tuple[str, Triple], Said] = {}
    for held in folds(taught.articles):
        names = {article.name for article in held}
        own = {key: said for key, said in found.items() if key[0] in names}
        others = {key: said for key, said in found.items() if key[0] not in names}
        sure |= recalibrated(own, calibration(others, taught.corpus, taught.articles))
    yield "The classifier, all articles:"
    yield from figures(sure, taught.corpus, taught.articles)
    yield "The classifier, later articles:"
    yield from figures(sure, taught.corpus, [article for article in taught.articles if article.note.is_later])
    yield "confidence, relations, of these right:"
    yield from reliability(*rightness(sure, taught.corpus, taught.articles))


def _train(taught: Lesson, without: set[str] | frozenset[str], path: Path, by: Calibration, report: Report) -> None:
    sentences = [sentence for sentence in taught.corpus.sentences if sentence.article not in without]
    vectors, vocabulary = taught.vectors, taught.vocabulary
    teacher = train(sentences, vectors, vocabulary, Recipe(), _TEACHER, report).exported()
    aside = path.with_suffix(".teacher")
    save(aside, teacher, vectors, vocabulary.words, _RAW)
    soft = soft_labelled(taught.unlabelled, load(aside))
    aside.unlink()
    network = train(sentences, vectors, vocabulary, Recipe(), _CLASSIFIER, report, soft).exported()
    aside = path.with_suffix(".part")
    save(aside, network, vectors, vocabulary.words, by)
    aside.replace(path)
