"""Distillation: classifiers label unlabelled articles for the training of others (Hinton, Vinyals & Dean 2015)."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from graph_builder.annotate import annotate
from graph_builder.annotate.cache import Cache
from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.core.errors import TrainingError
from graph_builder.core.values import Annotated, Document
from graph_builder.corpus.article import document
from graph_builder.relate import classifier_input
from graph_builder.relate.classifier import Sample, Trained, read
from graph_builder.resolve import resolve
from graph_builder.training.articles import Article, corpus
from graph_builder.training.crossvalidate import are_of_one_source, runs
from graph_builder.training.relation_examples import Labelled

# A sample of the shortest articles, which are the fastest to annotate.
_SHORTEST, _ARTICLES = 10_000, 2_400
# Nothing is learned from a sentence whose most probable relation is less probable than `_LEAST`, and little from pairs
# for which all relations are less probable than `_LEAST_OF_PAIR`: only a share of them is kept.
_LEAST, _LEAST_OF_PAIR, _SHARE = 0.08, 0.01, 0.25


def unlabelled(data: Path, labelled: Sequence[Article], folder: Path) -> list[Sample]:
    """Return the sentences with pairs of a fixed sample of short articles of the plain text, none of them annotated.

    Args:
        data: The folder of the corpora.
        labelled: The annotated articles; others with the same text are left out.
        folder: Keeps the annotations by the bundled models.

    Raises:
        TrainingError: If the plain text is missing or an article cannot be annotated.
    """
    weights = find_weights("bundled")
    documents = list(itertools.islice(unlabelled_documents(data, labelled), _ARTICLES))
    annotated: list[Annotated] = []
    for outcome in annotate(documents, StanzaAnnotator(weights, "cpu"), Cache(folder, weights.fingerprint)):
        if not isinstance(outcome, Annotated):
            raise TrainingError(f"An unlabelled article could not be annotated: {outcome}")
        annotated.append(outcome)
    annotated.sort(key=lambda each: each.document.source)
    articles = classifier_input(annotated, resolve(annotated).entities)
    return [sample for _, sentences in articles for _, _, sample in sentences if len(sample.pairs)]


def unlabelled_documents(data: Path, labelled: Sequence[Article]) -> Iterator[Document]:
    """Yield the shortest articles of the plain text that are not annotated, without titles, in one random order.

    Raises:
        TrainingError: If the plain text cannot be read.
    """
    texts = corpus(data)
    by_length = sorted(range(len(texts)), key=lambda number: (len(texts[number].split()), number))
    numbers = sorted(set(by_length[:_SHORTEST]) - {article.note.number for article in labelled})
    seen = set[str]().union(*(runs(article.text) for article in labelled))
    for number in random.Random(1).sample(numbers, len(numbers)):
        body = texts[number].partition("\n")[2]
        if body.strip() and not are_of_one_source(seen, runs(texts[number])):
            yield document(body, f"n{number:05}.txt")


def soft_labelled(samples: Sequence[Sample], teacher: Trained) -> list[Labelled]:
    """Return sentences labelled with the probabilities of a classifier, without those that teach nothing."""
    rng = np.random.RandomState(1)
    found = []
    for sample in samples:
        probabilities = read(teacher, sample).probabilities
        if probabilities.max() < _LEAST:
            continue
        kept = (probabilities.max(1) >= _LEAST_OF_PAIR) | (rng.rand(len(probabilities)) < _SHARE)
        fewer = sample.with_pairs(kept)
        holds = probabilities[kept].astype(np.float32)
        triggers = np.zeros((len(holds), len(sample.forms)), np.bool_)
        weights = np.ones(len(holds), np.float32)
        found.append(Labelled("", fewer, holds, np.zeros_like(holds), triggers, weights))
    return found
