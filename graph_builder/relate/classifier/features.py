"""Numeric features of a sentence for the network: its words, its candidate arguments and their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import (
    allegiance_frames,
    cues,
    function_words,
    imperfect_forms,
    nominal_frames,
    organizations,
    participle_forms,
    people,
    places,
    predicates,
    time_words,
    verb_forms,
    verb_frames,
)
from graph_builder.relate.classifier.candidate_arguments import CandidateArgument
from graph_builder.relate.extractions import CONFIDENCE, Extraction
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.int64]

UPOS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"),
    *("SCONJ", "SYM", "VERB", "X"),
)
DEPRELS = (
    *("root", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj"),
    *("cop", "csubj", "dep", "det", "discourse", "dislocated", "fixed", "flat", "iobj", "mark", "nmod", "nsubj"),
    *("nummod", "obj", "obl", "orphan", "parataxis", "punct", "vocative", "xcomp"),
)
KINDS = ("PER", "LOC", "ORG")
# Lower bounds of the distance classes, in words; the last class is for candidates without a mention.
_NEAR = (0, 1, 2, 3, 4, 6, 9, 13, 20)
DISTANCES = 2 * len(_NEAR) + 2
_NOWHERE = DISTANCES - 1
# Number of path classes: a word is on the path to the root from neither, one or both of a pair.
PATHS = 4
ANTECEDENT = 8
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Sample:
    """Features of a sentence of `n` words with `c` candidates and `m` ordered pairs, at most one of each an antecedent.

    Attributes:
        candidates: The c candidate arguments.
        forms: n folded forms.
        lemmas: n folded lemmas.
        upos: n indices of parts of speech.
        deprels: n indices of dependency relations.
        heads: n indices of the heads, from 0; the root is its own head.
        flags: n × number of `word_flags`.
        spans: c × n, 1 where a word belongs to a mention.
        distances: c × n, class of the distance from a word to the nearest mention.
        paths: c × n, whether a word is on the path from a mention to the root.
        kinds: c indices of kinds.
        governors: c indices of the word that governs the first mention.
        antecedents: c × ANTECEDENT.
        pairs: m × 2, indices of subject and object.
        pair_features: m × number of pair features.
        rules: m × predicates, confidence of the rules.
    """

    candidates: tuple[CandidateArgument, ...]
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: Integers
    deprels: Integers
    heads: Integers
    flags: Floats
    spans: Floats
    distances: Integers
    paths: Integers
    kinds: Integers
    governors: Integers
    antecedents: Floats
    pairs: Integers
    pair_features: Floats
    rules: Floats

    def with_pairs(self, kept: npt.NDArray[np.bool_]) -> Sample:
        """Return the sentence with the pairs for which `kept` is true: (pairs,)."""
        return replace(self, pairs=self.pairs[kept], pair_features=self.pair_features[kept], rules=self.rules[kept])


def sample(
    view: SentenceView,
    found: Sequence[CandidateArgument],
    extractions: Iterable[Extraction],
    number: int,
    known: Sequence[str],
) -> Sample:
    """Return the features of a sentence.

    Args:
        view: The sentence.
        found: Its candidate arguments.
        extractions: The extractions of the rules.
        number: Index of the sentence in the article, from 0.
        known: The predicates of the classifier, in its order.
    """
    heads = np.array([node.word.head - 1 for node in view.tree.nodes], np.int64)
    heads = np.where(heads < 0, np.arange(len(heads)), heads)
    spans, distances, paths = _positions(found, heads)
    pairs = _pairs(found)
    rules = _rules(found, pairs, extractions, known)
    return Sample(
        candidates=tuple(found),
        forms=tuple(fold(node.word.form) for node in view.tree.nodes),
        lemmas=tuple(fold(node.word.lemma or node.word.form) for node in view.tree.nodes),
        upos=_numbers(UPOS, (node.word.upos for node in view.tree.nodes), "X"),
        deprels=_numbers(DEPRELS, (node.word.deprel.partition(":")[0] for node in view.tree.nodes), "dep"),
        heads=heads,
        flags=word_flags(view, known),
        spans=spans,
        distances=distances,
        paths=paths,
        governors=_governors(found, heads),
        kinds=_numbers(KINDS, (candidate.kind for candidate in found), "ORG"),
        antecedents=_antecedents(found),
        pairs=pairs,
        pair_features=_pair_features(found, pairs, rules, (len(heads), number)),
        rules=rules,
    )


def _numbers(table: Sequence[str], values: Iterable[str], other: str) -> Integers:
    place = {name: number for number, name in enumerate(table)}
    return np.array([place.get(value, place[other]) for value in values], np.int64)


def word_flags(view: SentenceView, known: Sequence[str]) -> Floats:
    """Return the binary features of each word by lexicon, tags and names: words × flags."""
    quoted = False
    rows = []
    for node in view.tree.nodes:
        quoted = node.word.form in "«“" or (quoted != (node.word.form == '"') and node.word.form not in "»”")
        actor, feats = view.at(node.index), node.word.feats
        names = [*(actor is not None and actor.kind == kind for kind in KINDS), actor is not None and not actor.named]
        marks = [node.definite, *(mark in feats for mark in _FEATURES)]
        rest = [quoted, view.country(node) is not None, _is_cut(view, node)]
        rows.append([*_lexical(node, known), *names, *marks, *rest])
    return np.array(rows, np.float32)


_FEATURES = ("Aspect=Perf", "Aspect=Imp", "Voice=Pass", "Person=1", "Gender=Fem", "Number=Plur")


def _is_cut(view: SentenceView, node: Node) -> bool:
    return len(view.tree.sentence.tokens[node.token].words) > 1


def _lexical(node: Node, known: Sequence[str]) -> list[bool]:
    """Return the predicates, the cues and the nouns for people, organizations and places that a word may be."""
    form = fold(node.word.form)
    # The letters tell what the verb is where its lemma is wrong, and what verb a participle belongs to: «مشيدا ب».
    verb = (
        verb_forms().get(form) or imperfect_forms().get(form)
        if node.word.upos == "VERB"
        else participle_forms().get(form)
    )
    lemmas = {node.lemma, verb or node.lemma}
    frames = (
        frame for lemma in lemmas for table in (verb_frames(), nominal_frames()) for frame in table.get(lemma, ())
    )
    stated = {frame.predicate for frame in frames}
    if tie := allegiance_frames().get(node.lemma) or allegiance_frames().get(node.lemma.removesuffix("ه")):
        stated.add(tie.predicate)
    cue, function, time = cues(), function_words(), time_words()
    lists = (
        *(
            cue.speech,
            cue.relaying,
            cue.sourcing,
            cue.speech_participles,
            cue.stance_verbs,
            cue.light_verbs,
            cue.stopping,
        ),
        *(function.negations, function.future, function.postponing, function.complementizers),
        *(function.occasion_prepositions, time.past_adjectives, time.coming_adjectives, cue.enabling),
        time.time_expressions,
    )
    nouns = (
        people().offices,
        people().honorifics,
        organizations().heads,
        places().heads,
        people().members,
        organizations().armies | organizations().followers | organizations().members,
        places().directions,
        people().envoys,
    )
    return [
        *(name in stated for name in known),
        *(node.matches(words) or form in words for words in lists),
        *(node.matches(words) for words in nouns),
    ]


def _positions(found: Sequence[CandidateArgument], heads: Integers) -> tuple[Floats, Integers, Integers]:
    words = np.arange(len(heads))
    ways = [_way_up(word, heads) for word in range(len(heads))]
    spans = np.zeros((len(found), len(heads)), np.float32)
    distances = np.full(spans.shape, _NOWHERE, np.int64)
    paths = np.zeros(spans.shape, np.int64)
    for number, candidate in enumerate(found):
        nearest = np.full(len(heads), len(heads) + _DEEPEST)
        for first, last in candidate.spans:
            apart = np.where(words < first, words - first, np.where(words > last, words - last, 0))
            nearest = np.where(np.abs(apart) < np.abs(nearest), apart, nearest)
            spans[number, first : last + 1] = 1
            paths[number, min((ways[word] for word in range(first, last + 1)), key=len)] = 1
        if candidate.spans:
            distances[number] = _classes(nearest)
    return spans, distances, paths


def _way_up(word: int, heads: Integers) -> list[int]:
    way = [word]
    while heads[way[-1]] != way[-1] and len(way) < _DEEPEST:
        way.append(int(heads[way[-1]]))
    return way


def _classes(apart: Integers) -> Integers:
    size = np.searchsorted(_NEAR, np.abs(apart), side="right") - 1
    return np.where(apart < 0, size + len(_NEAR), size).astype(np.int64)


def _governors(found: Sequence[CandidateArgument], heads: Integers) -> Integers:
    """Return the governor of the head of each candidate's first mention; 0 for an antecedent."""
    governors = []
    for candidate in found:
        first, last = candidate.spans[0] if candidate.spans else (0, 0)
        top = min(range(first, last + 1), key=lambda word: len(_way_up(word, heads)))
        governors.append(heads[top] if candidate.spans else 0)
    return np.array(governors, np.int64)


def _antecedents(found: Sequence[CandidateArgument]) -> Floats:
    rows = np.zeros((len(found), ANTECEDENT), np.float32)
    for number, candidate in enumerate(found):
        if before := candidate.antecedent:
            distances = [before.distance == each for each in range(4)]
            rows[number] = [1, *distances, before.first, before.subject, before.speaker]
    return rows


def _pairs(found: Sequence[CandidateArgument]) -> Integers:
    here = [bool(candidate.spans) for candidate in found]
    numbers = range(len(found))
    pairs = [(one, other) for one in numbers for other in numbers if one != other and (here[one] or here[other])]
    return np.array(pairs, np.int64).reshape(-1, 2)


def _rules(
    found: Sequence[CandidateArgument],
    pairs: Integers,
    extractions: Iterable[Extraction],
    known: Sequence[str],
) -> Floats:
    place = {(found[one].entity, found[other].entity): number for number, (one, other) in enumerate(pairs)}
    rules = np.zeros((len(pairs), len(known)), np.float32)
    for extraction in (extraction for extraction in extractions if extraction.predicate in known):
        ways = [(extraction.subject, extraction.object)]
        if predicates()[extraction.predicate].symmetric:
            ways.append((extraction.object, extraction.subject))
        for way in ways:
            if way in place:
                cell = (place[way], known.index(extraction.predicate))
                rules[cell] = max(rules[cell], CONFIDENCE[extraction.evidence.rule])
    return rules


def _pair_features(
    found: Sequence[CandidateArgument], pairs: Integers, rules: Floats, sentence: tuple[int, int]
) -> Floats:
    """Return the features of each pair: relative position, and confidence of the rules for the pair and the subject.

    Args:
        found: The candidate arguments.
        pairs: m × 2, indices of subject and object.
        rules: m × predicates, confidence of the rules.
        sentence: Length of the sentence in words and its index in the article.
    """
    length, number = sentence
    if not len(pairs):
        return np.zeros((0, 0), np.float32)
    first = np.array([min((start for start, _ in candidate.spans), default=-1) for candidate in found])
    named = np.array([candidate.named for candidate in found])
    subject, obj = pairs[:, 0], pairs[:, 1]
    here = (first[subject] >= 0) & (first[obj] >= 0)
    apart = first[obj] - first[subject]
    low, high = np.minimum(first[subject], first[obj]), np.maximum(first[subject], first[obj])
    between = ((first > low[:, None]) & (first < high[:, None]) & (first >= 0)).sum(1) * here
    order = [
        here,
        here & (apart > 0),
        np.minimum(np.abs(apart), 30) / 10 * here,
        here & (np.abs(apart) < 4),
        between == 0,
        between == 1,
        np.minimum(between, 5) / 3,
        named[subject],
        named[obj],
        np.full(len(pairs), len(found) / 10),
        np.full(len(pairs), length / 40),
        np.full(len(pairs), number == 0),
        np.full(len(pairs), min(number, 10) / 10),
    ]
    place = {(one, other): number for number, (one, other) in enumerate(map(tuple, pairs.tolist()))}
    reverse = rules[[place[other, one] for one, other in pairs.tolist()]]
    of_subject = np.array([rules[subject == number].max(initial=0) for number in range(len(found))])[subject]
    columns = [*(column.astype(np.float32) for column in order), *rules.T, *reverse.T, rules.max(1) > 0, of_subject]
    return np.stack(columns, axis=1).astype(np.float32)


def sizes(example: Sample) -> tuple[int, int]:
    """Return the number of features of a word and of a pair."""
    return example.flags.shape[1], example.pair_features.shape[1]
