"""The corpora of the recipe, under one folder, and their division into training and test parts.

Training data is never test data: texts that share a long run of letters with a test part are left out.
"""

from __future__ import annotations

import functools
import lzma
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import TrainingError
from graph_builder.training import articles as annotated
from graph_builder.training import lattices, treebank
from graph_builder.training import ner_corpora as names
from graph_builder.training.treebank import Tree, key

TEXTS = ("text/news.txt.xz", "text/wikipedia.txt.xz")
TREES = ("ud/news/train.conllu", "ud/news/dev.conllu")
LATTICES = "ud/padt_lattices/train.conllul.xz"
TREE_TESTS = {"PADT": "ud/news/test_padt.conllu", "PUD": "ud/news/test_pud.conllu"}

NAMES = {
    "ner/cleananercorp/cleananercorp_TRAIN.txt": "cleananercorp",
    "ner/aqmar_split/train.txt": "aqmar",
    "ner/aqmar_split/dev.txt": "aqmar",
    "ner/wojood_sample/train.txt": "wojood",
    "ner/wojood_sample/val.txt": "wojood",
}
NAME_TESTS = {
    "CLEANANERCorp": ("ner/cleananercorp/cleananercorp_TEST.txt", "cleananercorp"),
    "AQMAR": ("ner/aqmar_split/test.txt", "aqmar"),
}

# The length of a run of letters that only copied texts share, and the step at which runs are compared.
RUN, _STEP = 40, 10


def check(data: Path) -> None:
    """Check that all corpora are present.

    Raises:
        TrainingError: If a file is missing.
    """
    files = (*TEXTS, *TREES, LATTICES, *TREE_TESTS.values(), *NAMES, *(path for path, _ in NAME_TESTS.values()))
    for file in files:
        if not (data / file).is_file():
            raise TrainingError(
                f"The corpus {data / file} is missing; graph_builder/models/README.md says where it comes from."
            )


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The test texts, reduced to letters, and every run of `RUN` letters in them."""

    whole: frozenset[str]
    runs: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> HeldOut:
        """Return the index of test texts."""
        letters = frozenset(map(key, texts))
        return cls(letters, frozenset(each[i : i + RUN] for each in letters for i in range(len(each) - RUN + 1)))

    def overlaps(self, text: str) -> bool:
        """Return whether a text is one of them, or shares a run of some fifty letters with one."""
        letters = key(text)
        return letters in self.whole or any(
            letters[i : i + RUN] in self.runs for i in range(0, len(letters) - RUN + 1, _STEP)
        )


@functools.cache
def held_out(data: Path) -> HeldOut:
    """Return the test parts of all corpora."""
    trees = (tree.text() for path in TREE_TESTS.values() for tree in treebank.read(data / path))
    sentences = (names.text(s) for path, corpus in NAME_TESTS.values() for s in names.read(data / path, corpus))
    return HeldOut.of([*trees, *sentences])


@functools.cache
def articles(data: Path) -> tuple[str, ...]:
    """Return the articles of the plain text that overlap no test part."""
    held = held_out(data)
    found: list[str] = []
    for name in TEXTS:
        with lzma.open(data / name, "rt", encoding="utf-8") as file:
            found += (text for text in file.read().split("\n\n") if text.strip() and not held.overlaps(text))
    return tuple(found)


def training_trees(data: Path) -> tuple[list[Tree], list[Tree]]:
    """Return the training and the development trees."""
    train, dev = (treebank.read(data / name) for name in TREES)
    return _apart(train, held_out(data), HeldOut.of(tree.text() for tree in dev)), dev


def training_lattices(data: Path) -> list[Tree]:
    """Return the units of the lattices that are in neither the tests nor the trees."""
    train, dev = training_trees(data)
    units = lattices.read(data / LATTICES, train)
    return _apart(units, held_out(data), HeldOut.of(tree.text() for tree in (*train, *dev)))


def training_names(data: Path, notes: Path = annotated.NOTES) -> dict[str, list[names.Sentence]]:
    """Return the training sentences by corpus; `news` are the articles annotated by the notes of a folder."""
    found = {"news": [s for article in annotated.articles(data, notes) for s in names.of_article(article)]}
    for file, corpus in NAMES.items():
        found.setdefault(corpus, []).extend(names.read(data / file, corpus))
    held = held_out(data)
    return {corpus: [s for s in each if not held.overlaps(names.text(s))] for corpus, each in found.items()}


def with_retyped_trees(trees: list[Tree], share: float, seed: int) -> list[Tree]:
    """Return the trees, and copies of a share of them with typing noise."""
    return [*trees, *treebank.retyped(trees, share, random.Random(seed))]


def _apart(trees: Iterable[Tree], *held: HeldOut) -> list[Tree]:
    return [tree for tree in trees if not any(each.overlaps(tree.text()) for each in held)]
