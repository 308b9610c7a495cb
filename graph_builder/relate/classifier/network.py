"""Neural network of the relation classifier, in numpy: from trained weights and features to probabilities.

A bidirectional LSTM (Hochreiter & Schmidhuber 1997) over word and lemma vectors, tags, the head of the word and lexicon
features; additive attention (Bahdanau et al. 2015) from every pair of candidates to the words, its first head trained
on annotated triggers. The probability of a predicate for a pair is the product of two: that any relation holds and, if
so, that it has this predicate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph_builder.relate.classifier.features import DISTANCES, Floats, Integers, Sample

HEADS = 2
# Maximum of pairs times words computed together: a list of a hundred names has ten thousand pairs.
_AT_ONCE = 100_000
_UNKNOWN = 0
# Punctuation without a trained vector is replaced by its equivalent.
_SAME_MARK = {"،": ",", "«": '"', "»": '"', "“": '"', "”": '"', "؟": "?", "؛": ";", "–": "-"}


@dataclass(frozen=True, slots=True)
class Prediction:
    """Output for the m pairs of a sentence.

    Attributes:
        probabilities: m × predicates, from 0 to 1.
        triggers: m indices of the trigger words, from 0.
    """

    probabilities: Floats
    triggers: Integers


class Vocabulary:
    """Indices of the words that have a vector, by folded form; 0 is for all others."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self._numbers = {word: number for number, word in reversed(list(enumerate(words)))}

    def numbers(self, sample: Sample) -> tuple[Integers, Integers]:
        """Return the indices of the forms and lemmas of a sentence; a missing one is replaced by the other."""
        forms = np.array([self._number(form) for form in sample.forms], np.int64)
        lemmas = np.array([self._number(lemma) for lemma in sample.lemmas], np.int64)
        lemmas = np.where(lemmas == _UNKNOWN, forms, lemmas)
        return np.where(forms == _UNKNOWN, lemmas, forms), lemmas

    def _number(self, word: str) -> int:
        return self._numbers.get(word, self._numbers.get(_SAME_MARK.get(word, ""), _UNKNOWN))


class Network:
    """Trained weights, under the names that `training/classifier.py` assigns."""

    def __init__(self, weights: Mapping[str, Floats], vocabulary: Vocabulary) -> None:
        self.weights = weights
        self._vocabulary = vocabulary

    def read(self, sample: Sample) -> Prediction:
        """Return the probability of each predicate for each pair of a sentence, and the trigger of each pair."""
        if not len(sample.pairs):
            size = len(self.weights["predicate.bias"])
            return Prediction(np.zeros((0, size), np.float32), np.zeros(0, np.int64))
        states = self._states(sample)
        candidates = self._candidates(sample, states)
        context, triggers = self._context(sample, states, candidates)
        governors = states[sample.governors] * (1 - sample.antecedents[:, :1])
        ends = (candidates, governors, self.weights["kind"][sample.kinds])
        anything = self._linear("any", self._hidden("any_hidden", sample, context, ends))
        types = self._linear("predicate", self._hidden("predicate_hidden", sample, context, ends))
        types = types + 2 * self.weights["rule_weight"] * sample.rules
        return Prediction(_sigmoid(anything) * _sigmoid(types), triggers)

    def _hidden(self, name: str, sample: Sample, context: Floats, ends: Sequence[Floats]) -> Floats:
        """Return a hidden layer over the pairs; the product for a candidate is computed once, not for each pair."""
        widths = [context.shape[1], *(end.shape[1] for end in ends for _ in range(2))]
        of_context, *of_ends, of_pair = np.split(self.weights[f"{name}.weight"], np.cumsum(widths), axis=1)
        hidden = context @ of_context.T + sample.pair_features @ of_pair.T + self.weights[f"{name}.bias"]
        for number, end in enumerate(ends):
            hidden += (end @ of_ends[2 * number].T)[sample.pairs[:, 0]]
            hidden += (end @ of_ends[2 * number + 1].T)[sample.pairs[:, 1]]
        return _relu(hidden)

    def _linear(self, name: str, values: Floats) -> Floats:
        product: Floats = values @ self.weights[f"{name}.weight"].T
        return product + self.weights[f"{name}.bias"] if f"{name}.bias" in self.weights else product

    def _states(self, sample: Sample) -> Floats:
        """Return the contextual vectors of the words: n × twice the size of the LSTM."""
        forms, lemmas = self._vocabulary.numbers(sample)
        table = self.weights
        vectors = [table["vectors"][forms], table["vectors"][lemmas]]
        tags = [table["upos"][sample.upos], table["deprel"][sample.deprels]]
        words = _relu(self._linear("input", np.concatenate([*vectors, *tags, sample.flags], axis=1)))
        with_heads = _relu(self._linear("head", np.concatenate([words, words[sample.heads]], axis=1)))
        return self._lstm(np.concatenate([words, with_heads], axis=1))

    def _lstm(self, words: Floats) -> Floats:
        ways = ("", "_reverse")
        inputs = np.stack([self._gates(words if not way else words[::-1], way) for way in ways])
        recurrent = np.stack([self.weights[f"lstm.weight_hh_l0{way}"] for way in ways])
        size = recurrent.shape[2]
        state, cell = np.zeros((2, size), np.float32), np.zeros((2, size), np.float32)
        states = np.empty((len(words), 2, size), np.float32)
        for step in range(len(words)):
            gates = inputs[:, step] + np.matmul(recurrent, state[:, :, None])[:, :, 0]
            opened = _sigmoid(gates)  # slices, not np.split, which takes longer than the multiplication
            cell = opened[:, size : 2 * size] * cell + opened[:, :size] * np.tanh(gates[:, 2 * size : 3 * size])
            state = opened[:, 3 * size :] * np.tanh(cell)
            states[step] = state
        return np.concatenate([states[:, 0], states[::-1, 1]], axis=1)

    def _gates(self, words: Floats, way: str) -> Floats:
        bias = self.weights[f"lstm.bias_ih_l0{way}"] + self.weights[f"lstm.bias_hh_l0{way}"]
        gates: Floats = words @ self.weights[f"lstm.weight_ih_l0{way}"].T + bias
        return gates

    def _candidates(self, sample: Sample, states: Floats) -> Floats:
        """Return each candidate's vector: the mean of its words, or the features of an antecedent."""
        lengths = np.maximum(sample.spans.sum(1, keepdims=True), 1)
        means: Floats = sample.spans / lengths @ states
        is_antecedent = sample.antecedents[:, :1]
        return means + self._linear("antecedent", sample.antecedents) * is_antecedent

    def _context(self, sample: Sample, states: Floats, candidates: Floats) -> tuple[Floats, Integers]:
        """Return the attended context of each pair and the word with the highest weight of the first head."""
        together = max(1, _AT_ONCE // len(states))
        parts = np.split(sample.pairs, range(together, len(sample.pairs), together))
        attention = [self._attention(sample, pairs, states, candidates) for pairs in parts]
        seen = [np.matmul(each.transpose(0, 2, 1), states).reshape(len(each), -1) for each in attention]
        return np.concatenate(seen), np.concatenate([each[:, :, 0].argmax(1) for each in attention])

    def _attention(self, sample: Sample, pairs: Integers, states: Floats, candidates: Floats) -> Floats:
        """Return the attention of each pair over the words: pairs × words × HEADS, each head summing to 1."""
        subject, obj = pairs[:, 0], pairs[:, 1]
        query = self._linear("subject", candidates)[subject] + self._linear("object", candidates)[obj]
        place = self.weights["place"]
        where = place[sample.distances[subject]] + place[sample.distances[obj] + DISTANCES]
        where = where + place[sample.paths[subject] + 2 * sample.paths[obj] + 2 * DISTANCES]
        score = self._linear("attention", np.tanh(self._linear("word", states) + query[:, None] + where))
        score = np.exp(score - score.max(1, keepdims=True))
        attention: Floats = score / score.sum(1, keepdims=True)
        return attention


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0)


def _sigmoid(values: Floats) -> Floats:
    # The hyperbolic tangent does not overflow, unlike the exponential.
    probabilities: Floats = (np.tanh(values / 2) + 1) / 2
    return probabilities
