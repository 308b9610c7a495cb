"""The trained reader: what it is given, what it says, and what is said of weights that cannot be read."""

from __future__ import annotations

import dataclasses
import functools
import math
from pathlib import Path

import numpy as np
import pytest

from graph_builder.annotate.weights import BUNDLED
from graph_builder.core.errors import ModelsError
from graph_builder.core.values import Annotated, Entity, Relation
from graph_builder.lexicon import predicates
from graph_builder.relate import classifier, classifier_input, least_probability, relate
from graph_builder.relate.classifier import Line
from graph_builder.relate.classifier.features import KINDS, Sample
from graph_builder.relate.classifier.weights import save
from graph_builder.resolve import resolve
from tests.support.recorded import recorded, seeds
from tests.support.sentences import article


def _bundled() -> classifier.Trained:
    return classifier.load(classifier.find_classifier(BUNDLED))


def _samples(*names: str) -> list[Sample]:
    corpus = [article(name) for name in names]
    return [sample for _, read in classifier_input(corpus, resolve(corpus).entities) for _, _, sample in read]


@functools.cache
def _seeds() -> tuple[tuple[Annotated, ...], tuple[Entity, ...]]:
    """Two of the seeds, and their entities."""
    corpus = tuple(recorded(seeds()[:2]))
    return corpus, resolve(corpus).entities


@functools.cache
def _of_seeds(least: float | None) -> tuple[Relation, ...]:
    return relate(*_seeds(), _bundled, least)


def _only_read(relation: Relation) -> bool:
    """Whether no rule found it, in no sentence."""
    return all(evidence.rule == "classifier" for evidence in relation.evidence)


def test_classifier_weights_are_small() -> None:
    assert classifier.find_classifier(BUNDLED).stat().st_size <= 8_000_000


def test_classifier_candidates_are_all_ordered_pairs_but_two_antecedents() -> None:
    for _, read in classifier_input(*_seeds()):
        for _, words, sample in read:
            here = {number for number, candidate in enumerate(sample.candidates) if candidate.spans}
            pairs = [tuple(pair) for pair in sample.pairs.tolist()]
            every = range(len(sample.candidates))
            assert pairs == [(a, b) for a in every for b in every if a != b and here & {a, b}]
            assert sample.flags.shape[0] == sample.spans.shape[1] == len(words)
            assert set(sample.kinds.tolist()) <= set(range(len(KINDS)))


def test_classifier_candidates_include_antecedents() -> None:
    read = [sample for _, sentences in classifier_input(*_seeds()) for _, _, sample in sentences]
    antecedents = [c.antecedent for sample in read for c in sample.candidates if c.antecedent]
    assert antecedents
    assert {antecedent.distance for antecedent in antecedents} == {0, 1, 2, 3}
    assert all(antecedent.speaker for antecedent in antecedents if antecedent.distance == 0)
    assert not any(candidate.antecedent for candidate in read[0].candidates)


def test_classifier_returns_a_probability_for_every_pair_and_predicate() -> None:
    for sample in _samples("both", "nobody", "on_again"):
        reading = classifier.read(_bundled(), sample)
        assert reading.probabilities.shape == (len(sample.pairs), len(predicates()))
        assert ((reading.probabilities >= 0) & (reading.probabilities <= 1)).all()
        assert all(0 <= trigger < len(sample.forms) for trigger in reading.triggers)


def test_classifier_calibration_keeps_order_and_shifts_odds() -> None:
    raw = np.array([0.1, 0.5, 0.9])
    assert classifier.calibrated(raw, Line()) == pytest.approx(raw)
    assert classifier.calibrated(raw, Line(2.0, (-1.0,)))[1] == pytest.approx(1 / (1 + math.e))
    assert (np.diff(classifier.calibrated(raw, Line(0.5, (1.0,)))) > 0).all()


def test_classifier_calibration_moves_each_predicate_by_its_own() -> None:
    surer, same, less_sure = classifier.calibrated(np.full((1, 3), 0.5), Line(1.0, (1.0, 0.0, -1.0)))[0]
    assert same == pytest.approx(0.5) and surer > same > less_sure


@pytest.mark.slow
def test_classifier_higher_threshold_returns_a_subset() -> None:
    many, few = _of_seeds(None), _of_seeds(0.8)
    assert {relation.id for relation in few} < {relation.id for relation in many}
    assert all(
        relation.confidence >= least_probability(relation.predicate, not _only_read(relation)) for relation in many
    )
    assert min(relation.confidence for relation in few) >= 0.8


@pytest.mark.slow
def test_classifier_finds_more_than_rules_and_names_its_rule() -> None:
    rules = {(r.subject, r.predicate, r.object) for r in relate(*_seeds())}
    learned = _of_seeds(None)
    assert {(r.subject, r.predicate, r.object) for r in learned} - rules
    ways = {evidence.rule == "classifier" for relation in learned for evidence in relation.evidence}
    assert ways == {True, False}


@pytest.mark.slow
def test_classifier_is_deterministic() -> None:
    assert relate(*_seeds(), _bundled, 0.8) == _of_seeds(0.8)


def test_classifier_weights_default_to_those_of_the_package(tmp_path: Path) -> None:
    own = tmp_path / "ar" / "relations" / "news.npz"
    assert classifier.find_classifier(tmp_path) == classifier.find_classifier(BUNDLED)
    own.parent.mkdir(parents=True)
    own.touch()
    assert classifier.find_classifier(tmp_path) == own


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", None])
def test_classifier_weights_that_cannot_be_read_raise_with_remedy(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "news.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelsError, match=r"news\.npz cannot be read .*; reinstall graph-builder\."):
        classifier.load(path)


def test_classifier_weights_round_trip(tmp_path: Path) -> None:
    network = _bundled().network
    words, vectors = ("", "قصف", "زار"), np.array([[0.0, 0.0], [0.5, -1.0], [0.25, 0.125]])
    path = tmp_path / "reader.npz"
    calibration = classifier.Calibration(Line(0.9, (0.1, 0.3)), Line(0.8, (0.2, -0.1)))
    save(path, {"any.bias": np.array([1.5])}, vectors, words, calibration)
    read = classifier.load(path)
    assert read.calibration == calibration
    assert read.network.weights["any.bias"].tolist() == [1.5]
    assert read.network.weights["vectors"] == pytest.approx(vectors, abs=0.01)
    assert dataclasses.is_dataclass(read) and network.weights.keys() > {"any.bias", "vectors"}
