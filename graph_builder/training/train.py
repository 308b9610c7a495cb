"""The whole recipe in its order: each stage needs the ones before it and leaves its weights in the workshop."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from graph_builder.errors import TrainingError
from graph_builder.training import (
    charlm,
    classifier_recipe,
    corpora,
    endings,
    initials,
    lattices,
    processors,
    text,
    vectors,
)
from graph_builder.training.treebank import Tree
from graph_builder.training.workshop import STAGES, Workshop

Told = Callable[[str], None]


def train(data: Path, shop: Workshop, only: Collection[str], told: Told) -> None:
    """Run the stages in `only`, or else those whose weights the workshop does not hold yet.

    Raises TrainingError if a corpus is missing, or what an earlier stage should have made.
    """
    corpora.check(data)
    _one_thread()
    missing = shop.missing()
    for stage in STAGES:
        if stage in (only or missing):
            for path in _needs(shop, stage):
                if not path.is_file():
                    raise TrainingError(f"To train {stage}, {path} is needed; train {path.parent.name} first.")
            told(stage)
            if stage == "relations":
                classifier_recipe.train_classifier(
                    classifier_recipe.lesson(data, shop, told), shop.cross_validation, shop.relations, told
                )
            else:
                _RUN[stage](data, shop)


def _one_thread() -> None:
    """Two threads contend for a core and take many times longer."""
    import torch

    torch.set_num_threads(1)


def _endings(data: Path, shop: Workshop) -> None:
    usual = endings.usual_endings(corpora.articles(data))
    shop.endings.write_text("\n".join(usual) + "\n", encoding="utf-8", newline="\n")


def _initials(data: Path, shop: Workshop) -> None:
    counts = initials.counted(corpora.articles(data))
    for path, words in ((shop.initials, initials.own_initials(counts)), (shop.whole, initials.whole_words(counts))):
        path.write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")


def _tokenize(data: Path, shop: Workshop) -> None:
    trees, dev = _segmented_trees(data)
    processors.train_tokenizer(shop, trees, dev)


def _mwt(data: Path, shop: Workshop) -> None:
    trees, dev = _segmented_trees(data)
    processors.train_expander(shop, trees, dev)


def _charlm(data: Path, shop: Workshop) -> None:
    trees, _ = corpora.training_trees(data)
    cut = lattices.usual_splits([*trees, *corpora.training_lattices(data)])
    read = charlm.text(corpora.articles(data), cut)
    for direction in ("forward", "backward"):
        charlm.train(read, direction, shop.charlm(direction))


def _vectors(data: Path, shop: Workshop) -> None:
    cut = text.segments(corpora.articles(data), processors.segmenter(shop))
    for kind, size in vectors.SIZES.items():
        written = shop.data("vectors") / f"{kind}.txt"
        vectors.write_text(corpora.articles(data), cut if kind == "segmented" else None, written)
        vectors.train(written, size, shop.vectors(kind))


# The tagger puts units of all lengths side by side, and the few longer ones would double the time that it takes.
_LONGEST = 100
# Enough for a tagger that only chooses among a few possible parts of speech.
_FIRST_STEPS = 800


def _pos(data: Path, shop: Workshop) -> None:
    """Once from the trees alone, to choose among what the lattices leave open, then from both."""
    trees, dev = corpora.training_trees(data)
    short, units = (
        [tree for tree in each if _size(tree) <= _LONGEST] for each in (trees, corpora.training_lattices(data))
    )
    typed = corpora.with_retyped_trees(short, 0.6, seed=5)
    processors.train_tagger(shop, typed, dev, max_steps=_FIRST_STEPS)
    tagged = list(map(lattices.tagged, units, processors.tags(shop, units)))
    processors.train_tagger(shop, typed, dev, bare=corpora.with_retyped_trees(tagged, 0.4, seed=5))


def _size(tree: Tree) -> int:
    return sum(1 for _ in tree.words())


def _lemma(data: Path, shop: Workshop) -> None:
    trees, dev = corpora.training_trees(data)
    units = [lattices.with_certain_lemmas(unit) for unit in corpora.training_lattices(data)]
    processors.train_lemmatizer(shop, corpora.with_retyped_trees([*trees, *units], 0.5, seed=5), dev)


def _depparse(data: Path, shop: Workshop) -> None:
    trees, dev = corpora.training_trees(data)
    processors.train_parser(shop, corpora.with_retyped_trees(trees, 1.0, seed=5), dev)


def _ner(data: Path, shop: Workshop) -> None:
    processors.train_recognizer(shop, corpora.training_names(data), shop.weights("ner"))


def _segmented_trees(data: Path) -> tuple[list[Tree], list[Tree]]:
    """The trees and the lattices, both as they are and half of them as others type, and the units to choose by."""
    trees, dev = corpora.training_trees(data)
    return corpora.with_retyped_trees([*trees, *corpora.training_lattices(data)], 0.5, seed=5), dev


def _needs(shop: Workshop, stage: str) -> Iterator[Path]:
    """The files of earlier stages that a stage reads."""
    if stage == "tokenize":
        yield shop.charlm("forward")
    elif stage == "vectors":
        yield from (shop.weights(processor) for processor in ("tokenize", "mwt"))
    elif stage in ("pos", "depparse", "ner", "relations"):
        yield from (*shop.makes("charlm"), *shop.makes("vectors"))


_RUN: dict[str, Callable[[Path, Workshop], None]] = {
    "endings": _endings,
    "initials": _initials,
    "charlm": _charlm,
    "tokenize": _tokenize,
    "mwt": _mwt,
    "vectors": _vectors,
    "pos": _pos,
    "lemma": _lemma,
    "depparse": _depparse,
    "ner": _ner,
}
