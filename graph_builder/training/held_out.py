"""Predictions of relation classifiers for held-out articles: figures and calibration."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph_builder.lexicon import predicates
from graph_builder.relate import least_probability
from graph_builder.relate.classifier import Calibration, Line, Trained, calibrated, read
from graph_builder.relate.classifier.features import Floats, Integers
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
# Weight of the L2 penalty that draws the offsets of the predicates to a common one.
_PENALTY = 30.0
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
    return Calibration(*(_line_of(found, by_rule, corpus, articles) for by_rule in (True, False)))


def _line_of(found: Predictions, by_rule: bool, corpus: Corpus, articles: Sequence[Article]) -> Line:
    part = {key: said for key, said in found.items() if said.by_rule == by_rule}
    numbers = {name: number for number, name in enumerate(predicates())}
    of_part = np.array([numbers[predicate] for _, (_, predicate, _) in sorted(part)], np.int64)
    return fitted_line(*rightness(part, corpus, articles), of_part, len(numbers))


def recalibrated(found: Predictions, by: Calibration) -> Predictions:
    """Return predictions calibrated with an offset for each predicate."""
    numbers = {name: number for number, name in enumerate(predicates())}
    sure = {}
    for key, said in found.items():
        of_kind = by.of_rules if said.by_rule else by.of_others
        own = Line(of_kind.slope, (of_kind.offsets[numbers[key[1][1]]],))
        sure[key] = Said(float(calibrated(np.array([said.probability]), own)[0]), said.by_rule)
    return sure


def fitted_line(probabilities: Floats, right: Floats, numbers: Integers, predicate_count: int) -> Line:
    """Return the line of Platt scaling (Platt 1999) of log-odds, by maximum likelihood, with an offset per predicate.

    Those of rare predicates are drawn towards a common offset.

    Args:
        probabilities: Estimated probabilities of relations: (relations,).
        right: 1 for each that is right, else 0: (relations,).
        numbers: Indices of their predicates: (relations,).
        predicate_count: Number of predicates.
    """
    from scipy.optimize import minimize

    clipped = np.clip(probabilities, 1e-6, 1 - 1e-6)
    odds = np.log(clipped / (1 - clipped))

    def loss(values: Floats) -> tuple[float, Floats]:
        slope, offset, own = values[0], values[1], values[2:]
        moved = slope * odds + offset + own[numbers]
        wrong = 1 / (1 + np.exp(-moved)) - right
        gradient = np.bincount(numbers, wrong, predicate_count) + _PENALTY * own
        loss = np.logaddexp(0, moved).sum() - (right * moved).sum() + _PENALTY / 2 * (own**2).sum()
        return float(loss), np.array([(wrong * odds).sum(), wrong.sum(), *gradient])

    found = minimize(loss, np.array([1.0, *np.zeros(1 + predicate_count)]), jac=True, method="L-BFGS-B").x
    return Line(float(found[0]), tuple((found[1] + found[2:]).tolist()))


def figures(found: Predictions, corpus: Corpus, articles: Sequence[Article]) -> Iterator[str]:
    """Yield precision, recall and F1 of the relations of a build by default, counted as by `evaluate`."""
    predicted: dict[str, set[Triple]] = defaultdict(set)
    for key, said in found.items():
        if said.probability >= least_probability(key[1][1], said.by_rule):
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
    yield f"relations an article: {sum(len(predicted[article]) for article in stated) / len(stated):.1f}"


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
