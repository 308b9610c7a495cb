"""Relation classifier: a network trained on annotated articles, with the extractions of the rules as features."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graph_builder.relate.classifier.candidate_arguments import History, candidates
from graph_builder.relate.classifier.features import Floats, Sample, sample
from graph_builder.relate.classifier.network import Prediction
from graph_builder.relate.classifier.weights import Calibration, Line, Trained, find_classifier, fingerprint, load

__all__ = [
    "Calibration",
    "History",
    "Line",
    "Prediction",
    "Sample",
    "Trained",
    "calibrated",
    "candidates",
    "find_classifier",
    "fingerprint",
    "likely",
    "load",
    "read",
    "sample",
]


def read(trained: Trained, sentence: Sample) -> Prediction:
    """Return the calibrated probabilities for the pairs of a sentence, and the triggers."""
    reading = trained.network.read(sentence)
    of_rules, of_others = (
        calibrated(reading.probabilities, line)
        for line in (trained.calibration.of_rules, trained.calibration.of_others)
    )
    return Prediction(np.where(sentence.rules > 0, of_rules, of_others), reading.triggers)


def calibrated(probabilities: Floats, line: Line) -> Floats:
    """Return calibrated probabilities (Platt 1999).

    Args:
        probabilities: Probabilities estimated by a network: (..., predicates).
        line: The line applied to the log-odds.
    """
    odds = np.log(np.clip(probabilities, 1e-6, 1 - 1e-6) / np.clip(1 - probabilities, 1e-6, 1))
    right: Floats = 1 / (1 + np.exp(-(line.slope * odds + np.array(line.offsets))))
    return right


def likely(trained: Trained, prediction: Prediction, least: float) -> Iterator[tuple[int, str, float]]:
    """Yield the pairs and predicates with at least a probability: index of the pair, predicate, probability."""
    for pair, predicate in np.argwhere(prediction.probabilities >= least).tolist():
        yield pair, trained.predicates[predicate], float(prediction.probabilities[pair, predicate])
