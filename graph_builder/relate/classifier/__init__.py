"""Relations read by a network that learned from annotated articles, the rules' claims among what it reads."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graph_builder.relate.classifier.candidate_arguments import History, candidates
from graph_builder.relate.classifier.features import Floats, Sample, sample
from graph_builder.relate.classifier.network import Prediction
from graph_builder.relate.classifier.weights import Calibration, Trained, find_classifier, fingerprint, load

__all__ = [
    "Calibration",
    "History",
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
    """Return the calibrated probabilities of a sentence's pairs, by the mean of the networks, and the triggers."""
    readings = [network.read(sentence) for network in trained.networks]
    mean: Floats = np.mean([prediction.probabilities for prediction in readings], axis=0)
    of_rules = sentence.rules > 0
    probabilities = np.where(
        of_rules, calibrated(mean, trained.calibration.of_rules), calibrated(mean, trained.calibration.of_others)
    )
    return Prediction(probabilities, readings[0].triggers)


def calibrated(probabilities: Floats, line: tuple[float, float]) -> Floats:
    """Return how likely relations are right of which a network says these probabilities.

    line
        The slope and the offset by which log-odds become those of being right (Platt 1999).
    """
    slope, offset = line
    odds = np.log(np.clip(probabilities, 1e-6, 1 - 1e-6) / np.clip(1 - probabilities, 1e-6, 1))
    right: Floats = 1 / (1 + np.exp(-(slope * odds + offset)))
    return right


def likely(trained: Trained, prediction: Prediction, least: float) -> Iterator[tuple[int, str, float]]:
    """Yield what holds with at least a probability: the number of the pair, the predicate and the probability."""
    for pair, predicate in np.argwhere(prediction.probabilities >= least).tolist():
        yield pair, trained.predicates[predicate], float(prediction.probabilities[pair, predicate])
