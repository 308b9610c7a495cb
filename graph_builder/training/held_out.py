"""Predictions of relation classifiers for held-out articles: figures and calibration."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph_builder.lexicon import predicates
from graph_builder.relate import LEAST, LEAST_OF_RULES
from graph_builder.relate.classifier import Calibration, Trained, calibrated, read
from graph_builder.relate.classifier.features import Floats
from graph_builder.training.articles import Article
from graph_builder.training.relation_examples import Corpus, Labelled

Triple: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """The highest probability of a triple in any sentence, and whether a rule extracts it in any."""

    probability: float
    by_rule: bool


Predictions: TypeAlias = Mapping[tuple[str, Triple], Said]
"""The predictions for triples of entities, by article."""

_LEAST = 0.02
_BINS = np.linspace(0, 1, 11)


def predictions(trained: Trained, sentences: Iterable[Labelled]) -> Predictions:
    """Return the predictions of a classifier, the most probable one of each triple and article."""
    names = tuple(predicates())
    best: dict[tuple[str, Triple], Said] = {}
    for sentence in sentences:
        probabilities = read(trained, sentence.sample).probabilities
        for pair, number in np.argwhere(probabilities >= _LEAST).tolist():
            one, other = (sentence.sample.candidates[end] for end in sentence.sample.pairs[pair])
            predicate = predicates()[names[number]]
            if one.kind in predicate.subject and other.kind in predicate.object:
                key = (sentence.article, _in_order((one.entity, predicate.name, other.entity)))
                before = best.get(key, Said(0.0, by_rule=False))
                probability = max(before.probability, float(probabilities[pair, number]))
                best[key] = Said(probability, before.by_rule or bool(sentence.sample.rules[pair, number] > 0))
    return best


def _in_order(triple: Triple) -> Triple:
    subject, predicate, obj = triple
    return (obj, predicate, subject) if predicates()[predicate].symmetric and obj < subject else triple


def rightness(found: Predictions, corpus: Corpus, articles: Sequence[Article]) -> tuple[Floats, Floats]:
    """Return the probabilities of triples, and 1 for each that is in the gold annotation, else 0: (triples,) each."""
    stated = _stated(articles)
    rows = [(found[key].probability, _annotated(key, corpus) in stated[key[0]]) for key in sorted(found)]
    return np.array([p for p, _ in rows]), np.array([right for _, right in rows], np.float64)


def _annotated(key: tuple[str, Triple], corpus: Corpus) -> Triple:
    """Return a triple with the ids of the annotation; entities that are not annotated keep their own ids."""
    article, (subject, predicate, obj) = key
    known = corpus.identities[article]
    return _in_order((known.get(subject, subject), predicate, known.get(obj, obj)))


def _stated(articles: Sequence[Article]) -> dict[str, set[Triple]]:
    return {
        article.name: {_in_order((r.subject, r.predicate, r.object)) for r in article.note.relations}
        for article in articles
    }


def calibration(found: Predictions, corpus: Corpus, articles: Sequence[Article]) -> Calibration:
    """Return the calibration that fits held-out predictions."""
    parts = (
        {key: said for key, said in found.items() if said.by_rule},
        {key: said for key, said in found.items() if not said.by_rule},
    )
    return Calibration(*(line(*rightness(part, corpus, articles)) for part in parts))


def recalibrated(found: Predictions, by: Calibration) -> Predictions:
    """Return calibrated predictions."""
    lines = {True: by.of_rules, False: by.of_others}
    return {
        key: Said(float(calibrated(np.array(said.probability), lines[said.by_rule])), said.by_rule)
        for key, said in found.items()
    }


def line(probabilities: Floats, right: Floats) -> tuple[float, float]:
    """Return the slope and offset of Platt scaling (Platt 1999) of log-odds, by maximum likelihood."""
    from scipy.optimize import minimize

    clipped = np.clip(probabilities, 1e-6, 1 - 1e-6)
    odds = np.log(clipped / (1 - clipped))

    def loss(values: Floats) -> float:
        return float(
            np.logaddexp(0, values[0] * odds + values[1]).sum() - (right * (values[0] * odds + values[1])).sum()
        )

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(slope), float(offset)


def figures(found: Predictions, corpus: Corpus, articles: Sequence[Article]) -> Iterator[str]:
    """Yield precision, recall and F1 of the relations of a build by default, counted as by `evaluate`."""
    predicted: dict[str, set[Triple]] = defaultdict(set)
    for key, said in found.items():
        if said.probability >= (LEAST_OF_RULES if said.by_rule else LEAST):
            predicted[key[0]].add(_annotated(key, corpus))
    stated = _stated(articles)
    parts: dict[str, Callable[[Triple], object | None]] = {
        "relation": lambda triple: triple,
        "pair": lambda triple: frozenset((triple[0], triple[2])),
        "event": lambda triple: triple if predicates()[triple[1]].event else None,
        **{name: _only(name) for name in predicates()},
    }
    for name, part in parts.items():
        right, count, gold = _counts(predicted, stated, part)
        precision, recall = right / max(count, 1), right / max(gold, 1)
        f1 = 2 * right / max(count + gold, 1)
        counts = f"{right} of {count} predicted, {gold} annotated"
        yield f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts})"
    yield f"relations an article: {sum(map(len, predicted.values())) / len(articles):.1f}"


def _only(predicate: str) -> Callable[[Triple], object | None]:
    return lambda triple: triple if triple[1] == predicate else None


def _counts(
    predicted: Mapping[str, set[Triple]], stated: Mapping[str, set[Triple]], part: Callable[[Triple], object | None]
) -> tuple[int, int, int]:
    right = said = gold = 0
    for article, annotated in stated.items():
        one = {part(triple) for triple in predicted.get(article, ())} - {None}
        other = {part(triple) for triple in annotated} - {None}
        right, said, gold = right + len(one & other), said + len(one), gold + len(other)
    return right, said, gold


def reliability(probabilities: Floats, right: Floats) -> Iterator[str]:
    """Yield a line per tenth of confidence: the number of relations in it, and the share of correct ones."""
    for low, high in itertools.pairwise(_BINS.tolist()):
        inside = (probabilities >= low) & (probabilities < high)
        if inside.sum():
            yield f"{low:.1f}–{high:.1f}  {int(inside.sum()):6}  {right[inside].mean():.2f}"
