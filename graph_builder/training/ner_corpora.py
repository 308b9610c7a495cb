"""Read the NER corpora with one label set: PER, LOC, ORG, and MISC for nationalities."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph_builder.annotate.pieces import pieces
from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.normalized import normalized
from graph_builder.arabic.uniform import uniform
from graph_builder.training.articles import Article
from graph_builder.training.text import TOKEN
from graph_builder.training.typing_noise import typing_noise

Sentence = list[tuple[str, str]]

# Our label for each entity type of each corpus; other types are not names.
_LABELS = {
    "cleananercorp": {"PERS": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"},
    "aqmar": {"PER": "PER", "LOC": "LOC", "ORG": "ORG"},
    "wojood": {"PERS": "PER", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG", "NORP": "MISC"},
}


def read(path: Path, corpus: str) -> list[Sentence]:
    """Return the sentences of a BIO file (one word and its outermost label per line), with the labels of `_LABELS`."""
    sentences: list[Sentence] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split()
        word = uniform(without_marks(columns[0])) if columns else ""
        if not columns or word == "$#$":
            sentences.append([])
        elif word.strip():
            sentences[-1].append((word, _label(columns[1], _LABELS[corpus])))
    return [_repaired(sentence) for sentence in sentences if sentence]


def write(sentences: Iterable[Sentence], path: Path) -> None:
    """Write sentences as a BIO file for Stanza's converter."""
    path.write_text("".join("".join(f"{w}\t{t}\n" for w, t in s) + "\n" for s in sentences), encoding="utf-8")


def text(sentence: Sentence) -> str:
    """Return the words of a sentence, separated by spaces."""
    return " ".join(word for word, _ in sentence)


def retyped(sentences: Iterable[Sentence], share: float, rng: random.Random) -> Iterator[Sentence]:
    """Yield a share of the sentences with typing noise."""
    for sentence in sentences:
        if rng.random() < share:
            retype = typing_noise(rng)
            yield [(retype(word), label) for word, label in sentence]


def _label(label: str, names: dict[str, str]) -> str:
    position, _, kind = label.partition("-")
    return f"{position}-{names[kind]}" if kind in names else "O"


def _repaired(sentence: Sentence) -> Sentence:
    """Return the sentence with B- at the start of every name, where the corpus or a lost word left I-."""
    repaired: Sentence = []
    before = "O"
    for word, label in sentence:
        if label.startswith("I-") and before[2:] != label[2:]:
            label = f"B-{label[2:]}"
        repaired.append((word, label))
        before = label
    return repaired


def of_article(article: Article) -> list[Sentence]:
    """Return the sentences of an annotated article, normalized; a word is part of a name that it overlaps."""
    sentences = []
    for start, end in pieces(article.text):
        shown = normalized(article.text[start:end])
        sentence: Sentence = []
        before = None
        for token in TOKEN.finditer(uniform(shown.text)):
            first, last = start + shown.start(token.start()), start + shown.end(token.end())
            inside = next((m for m in article.mentions if m.start < last and first < m.end), None)
            position = "I" if inside is before else "B"
            sentence.append((token[0], f"{position}-{inside.entity.kind}" if inside else "O"))
            before = inside
        if sentence:
            sentences.append(sentence)
    return sentences
