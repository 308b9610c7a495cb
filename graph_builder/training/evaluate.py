"""The figures of the model card: scores on the test parts, with intervals, and with typing noise.

Treebanks are scored from raw text by the scorer of the CoNLL 2018 shared task, names on gold tokens by Stanza's scorer.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.annotate.weights import usual_endings
from graph_builder.arabic.endings import with_usual_endings
from graph_builder.training import ner_corpora as names
from graph_builder.training import treebank
from graph_builder.training import typing_noise as habits
from graph_builder.training.corpora import NAME_TESTS, TREE_TESTS
from graph_builder.training.recognizer import CORPORA
from graph_builder.training.treebank import Tree

MEASURES = ("Tokens", "Sentences", "Words", "UPOS", "Lemmas", "UAS", "LAS")
NAMES = ("PER", "LOC", "ORG")
RESAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of gold, predicted and correct items."""

    gold: int
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An F1 in per cent with the bounds of its 95 % confidence interval."""

    part: str
    measure: str
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Pipelines:
    """The models as pipelines.

    Attributes:
        raw: Annotates raw texts.
        given: Labels the names in sentences of gold tokens, by the guidelines of a corpus.
        spelt: The spelling correction that the models apply to a text without diacritics.
    """

    raw: Callable[[Sequence[str]], Sequence[Any]]
    given: Callable[[Sequence[Sequence[str]], str], Sequence[Sequence[str]]]
    spelt: habits.Rewrite = str


def _other_quotes(text: str) -> str:
    return habits.any_quotes(text, random.Random(1))


TEXT_HABITS: dict[str, habits.Rewrite] = {
    "other quotes": _other_quotes,
    "no space after stop": habits.no_space_after_stop,
}


def load(directory: Path) -> Pipelines:
    """Return the models of a directory in Stanza's layout, with one thread."""
    import stanza
    import torch

    torch.set_num_threads(1)
    common = {"dir": str(directory), "package": "default", "download_method": None, "logging_level": "ERROR"}
    raw = stanza.Pipeline("ar", processors="tokenize,mwt,pos,lemma,depparse", **common)
    given = stanza.Pipeline(
        "ar", processors={"tokenize": "default", "ner": "default"}, tokenize_pretokenized=True, **common
    )

    usual = usual_endings(directory)

    def spelt(text: str) -> str:
        return with_usual_endings(text, usual)

    recognizer = given.processors["ner"].trainers[0]

    def label(sentences: Sequence[Sequence[str]], corpus: str) -> Sequence[Sequence[str]]:
        several = len(recognizer.vocab["tag"].lens()) > 1
        recognizer.args["predict_tagset"] = CORPORA.index(corpus) if several else 0
        document = given([[spelt(treebank.bare(word)) for word in sentence] for sentence in sentences])
        return [[token.ner for token in sentence.tokens] for sentence in document.sentences]

    def annotate(texts: Sequence[str]) -> Sequence[Any]:
        documents: Sequence[Any] = raw.bulk_process([spelt(treebank.bare(text)) for text in texts])
        return documents

    return Pipelines(annotate, label, spelt)


def figures(pipelines: Pipelines, data: Path) -> Iterator[Figure]:
    """Yield all figures on the test parts, without noise."""
    for part, trees in TREE_TESTS.items():
        counted = tree_counts(pipelines, treebank.read(data / trees))
        for measure in MEASURES:
            yield _figure(part, measure, [unit[measure] for unit in counted])
    for part, (path, corpus) in NAME_TESTS.items():
        by_kind = name_counts(pipelines.given, names.read(data / path, corpus), corpus)
        for kind in (*NAMES, "all"):
            yield _figure(part, kind, by_kind[kind])


def habit_figures(pipelines: Pipelines, data: Path) -> Iterator[tuple[str, str, float]]:
    """Yield noise type, measure and F1, for LAS on the treebank tests and for names, with each type of noise."""
    trees = [tree for path in TREE_TESTS.values() for tree in treebank.read(data / path)]
    path, corpus = next(iter(NAME_TESTS.values()))
    sentences = names.read(data / path, corpus)
    rewrites: dict[str, habits.Rewrite] = {"original": str, **habits.WORDS}
    for habit, rewrite in rewrites.items():
        rewritten = [treebank.retype(tree, rewrite) for tree in trees]
        yield habit, "LAS", f1([unit["LAS"] for unit in tree_counts(pipelines, rewritten)])
        retyped = [[(rewrite(word), label) for word, label in sentence] for sentence in sentences]
        yield habit, "names", f1(name_counts(pipelines.given, retyped, corpus)["all"])
    for habit, change in TEXT_HABITS.items():
        yield habit, "LAS", f1([unit["LAS"] for unit in tree_counts(pipelines, trees, change)])


def tree_counts(pipelines: Pipelines, trees: Iterable[Tree], change: habits.Rewrite = str) -> list[dict[str, Count]]:
    """Return the counts of every paragraph by measure."""
    from udtools import udeval

    paragraphs = list(_paragraphs(trees))
    documents = pipelines.raw([change(treebank.paragraphs(units).strip()) for units in paragraphs])
    counted = []
    for units, document in zip(paragraphs, documents, strict=True):
        shown = (treebank.respelt(treebank.plain(unit), pipelines.spelt) for unit in units)
        gold = udeval.load_conllu(io.StringIO(treebank.conllu(shown)), "", {})
        system = udeval.load_conllu(io.StringIO(f"{document:C}\n\n"), "", {})
        scores = udeval.evaluate(gold, system)
        counted.append({m: Count(scores[m].gold_total, scores[m].system_total, scores[m].correct) for m in MEASURES})
    return counted


def name_counts(
    label: Callable[[Sequence[Sequence[str]], str], Sequence[Sequence[str]]],
    sentences: Sequence[names.Sentence],
    corpus: str,
) -> dict[str, list[Count]]:
    """Return the counts of names of every sentence, by kind and for all kinds."""
    from stanza.models.ner.utils import bio2_to_bioes, decode_from_bioes

    found = label([[word for word, _ in sentence] for sentence in sentences], corpus)
    counts: dict[str, list[Count]] = {kind: [] for kind in (*NAMES, "all")}
    for sentence, labels in zip(sentences, found, strict=True):
        gold = {(e["start"], e["end"], e["type"]) for e in decode_from_bioes(bio2_to_bioes([t for _, t in sentence]))}
        system = {(e["start"], e["end"], e["type"]) for e in decode_from_bioes(labels)}
        for kind, kinds in (*((kind, {kind}) for kind in NAMES), ("all", set(NAMES))):
            wanted, got = ({e for e in each if e[2] in kinds} for each in (gold, system))
            counts[kind].append(Count(len(wanted), len(got), len(wanted & got)))
    return counts


def f1(counts: Iterable[Count]) -> float:
    """Return micro F1 in per cent."""
    counts = list(counts)
    total = sum(count.gold + count.found for count in counts)
    return 200 * sum(count.right for count in counts) / total if total else 0.0


def _figure(part: str, measure: str, counts: Sequence[Count]) -> Figure:
    """Return a figure with a bootstrap interval over units (Efron and Tibshirani 1993, percentile method)."""
    rng = random.Random(1)
    drawn = sorted(f1(rng.choices(counts, k=len(counts))) for _ in range(RESAMPLES))
    return Figure(part, measure, f1(counts), drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40])


def _paragraphs(trees: Iterable[Tree]) -> Iterator[list[Tree]]:
    units: list[Tree] = []
    for tree in trees:
        if tree.opens and units:
            yield units
            units = []
        units.append(tree)
    if units:
        yield units
