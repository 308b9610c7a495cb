"""Classifier weights on disk: one .npz file, word vectors with one byte per number, all else with two."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from graph_builder.core.errors import ModelsError
from graph_builder.lexicon import predicates
from graph_builder.relate.classifier.features import Floats
from graph_builder.relate.classifier.network import Network, Vocabulary

BUNDLED = Path(__file__).parents[2] / "models"
_FILE = Path("ar", "relations", "news.npz")

_WORDS, _VECTORS, _SCALES = "words", "vectors", "vectors.scale"
_CALIBRATION, _PREDICATES = "calibration", "predicates"


@dataclass(frozen=True, slots=True)
class Line:
    """The line that `calibrated` applies to log-odds.

    Attributes:
        slope: Its slope.
        offsets: Its offset for each predicate, in the order of the output; or one for all.
    """

    slope: float = 1.0
    offsets: tuple[float, ...] = (0.0,)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Lines for `calibrated`, both with as many offsets.

    Attributes:
        of_rules: For extractions that a rule has made too.
        of_others: For those of the network alone.
    """

    of_rules: Line = Line()
    of_others: Line = Line()


@dataclass(frozen=True, slots=True)
class Trained:
    """Trained classifier.

    Attributes:
        network: The network.
        calibration: Calibration of its output.
        predicates: The predicates, in the order of the output.
    """

    network: Network
    calibration: Calibration
    predicates: tuple[str, ...]


def find_classifier(models: Path) -> Path:
    """Return the classifier file in a directory of models; that of the package if there is none."""
    return models / _FILE if (models / _FILE).is_file() else BUNDLED / _FILE


@functools.lru_cache(maxsize=2)
def load(path: Path) -> Trained:
    """Return the classifier in a file.

    Raises:
        ModelsError: When the file is missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        vocabulary = Vocabulary(_lines(arrays.pop(_WORDS)))
        known = _lines(arrays.pop(_PREDICATES))
        vectors = arrays.pop(_VECTORS).astype(np.float32) * arrays.pop(_SCALES).astype(np.float32)
        of_rules, of_others = (Line(slope, tuple(rest)) for slope, *rest in arrays.pop(_CALIBRATION).tolist())
        weights = {name: array.astype(np.float32) for name, array in arrays.items()}
        network = Network({**weights, "vectors": vectors}, vocabulary)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        raise ModelsError(
            f"The relation classifier {path} cannot be read ({error}); reinstall graph-builder."
        ) from error
    return Trained(network, Calibration(of_rules, of_others), known)


def _lines(text: Any) -> tuple[str, ...]:
    return tuple(text.tobytes().decode().split("\n"))


def _text(lines: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def save(
    path: Path,
    weights: Mapping[str, Floats],
    vectors: Floats,
    words: tuple[str, ...],
    calibration: Calibration,
) -> None:
    """Write a network for the predicates of the lexicon, with its word vectors: one row per word."""
    scales = np.maximum(np.abs(vectors).max(1, keepdims=True), 1e-6) / 127
    arrays = {
        _WORDS: _text(words),
        _PREDICATES: _text(tuple(predicates())),
        _VECTORS: np.round(vectors / scales).astype(np.int8),
        _SCALES: scales.astype(np.float16),
        _CALIBRATION: np.array([(by.slope, *by.offsets) for by in (calibration.of_rules, calibration.of_others)]),
    }
    arrays |= {name: array.astype(np.float16) for name, array in weights.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def fingerprint(path: Path) -> str:
    """Return a digest of a weights file, 16 hexadecimal digits.

    Raises:
        ModelsError: When the file cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise ModelsError(
            f"The relation classifier {path} cannot be read ({error}); reinstall graph-builder."
        ) from error
