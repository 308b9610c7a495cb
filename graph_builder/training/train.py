"""Run the recipe: each stage uses the results of earlier ones and writes its weights to the run directory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from graph_builder.core.errors import TrainingError
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
from graph_builder.training.classifier_recipe import Report
from graph_builder.training.run_directory import STAGES, RunDirectory
from graph_builder.training.treebank import Tree


def train(data: Path, run_directory: RunDirectory, only: Collection[str], report: Report) -> None:
    """Run the stages in `only`, or else those whose weights are missing in the run directory.

    Raises:
        TrainingError: If a corpus or the result of an earlier stage is missing.
    """
    corpora.check(data)
    _one_thread()
    missing = run_directory.missing()
    for stage in STAGES:
        if stage in (only or missing):
            for path in _needs(run_directory, stage):
                if not path.is_file():
                    raise TrainingError(f"To train {stage}, {path} is needed; train {path.parent.name} first.")
            report(stage)
            if stage == "relations":
                classifier_recipe.train_classifier(
                    classifier_recipe.lesson(data, run_directory, report),
                    run_directory.cross_validation,
                    run_directory.relations,
                    report,
                )
            else:
                _RUN[stage](data, run_directory)


def _one_thread() -> None:
    """Restrict torch to one thread: two contend for a core and take many times longer."""
    import torch

    torch.set_num_threads(1)


def _endings(data: Path, run_directory: RunDirectory) -> None:
    usual = endings.usual_endings(corpora.articles(data))
    run_directory.endings.write_text("\n".join(usual) + "\n", encoding="utf-8", newline="\n")


def _initials(data: Path, run_directory: RunDirectory) -> None:
    counts = initials.counted(corpora.articles(data))
    for path, words in (
        (run_directory.initials, initials.own_initials(counts)),
        (run_directory.whole, initials.whole_words(counts)),
    ):
        path.write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")


def _tokenize(data: Path, run_directory: RunDirectory) -> None:
    trees, dev = _segmented_trees(data)
    processors.train_tokenizer(run_directory, trees, dev)


def _mwt(data: Path, run_directory: RunDirectory) -> None:
    trees, dev = _segmented_trees(data)
    processors.train_expander(run_directory, trees, dev)


def _charlm(data: Path, run_directory: RunDirectory) -> None:
    trees, _ = corpora.training_trees(data)
    cut = lattices.usual_splits([*trees, *corpora.training_lattices(data)])
    read = charlm.text(corpora.articles(data), cut)
    for direction in ("forward", "backward"):
        charlm.train(read, direction, run_directory.charlm(direction))


def _vectors(data: Path, run_directory: RunDirectory) -> None:
    cut = text.segments(corpora.articles(data), processors.segmenter(run_directory))
    for kind, size in vectors.SIZES.items():
        written = run_directory.data("vectors") / f"{kind}.txt"
        vectors.write_text(corpora.articles(data), cut if kind == "segmented" else None, written)
        vectors.train(written, size, run_directory.vectors(kind))


# The tagger batches units of all lengths, and the few longer ones would double its time.
_LONGEST = 100
# Enough for a tagger that only chooses among a few possible parts of speech.
_FIRST_STEPS = 800


def _pos(data: Path, run_directory: RunDirectory) -> None:
    """Train the tagger on the trees, to disambiguate the lattices with it, then again on both."""
    trees, dev = corpora.training_trees(data)
    short, units = (
        [tree for tree in each if _size(tree) <= _LONGEST] for each in (trees, corpora.training_lattices(data))
    )
    typed = corpora.with_retyped_trees(short, 0.6, seed=5)
    processors.train_tagger(run_directory, typed, dev, max_steps=_FIRST_STEPS)
    tagged = list(map(lattices.tagged, units, processors.tags(run_directory, units)))
    processors.train_tagger(run_directory, typed, dev, bare=corpora.with_retyped_trees(tagged, 0.4, seed=5))


def _size(tree: Tree) -> int:
    return sum(1 for _ in tree.words())


def _lemma(data: Path, run_directory: RunDirectory) -> None:
    trees, dev = corpora.training_trees(data)
    units = [lattices.with_certain_lemmas(unit) for unit in corpora.training_lattices(data)]
    processors.train_lemmatizer(run_directory, corpora.with_retyped_trees([*trees, *units], 0.5, seed=5), dev)


def _depparse(data: Path, run_directory: RunDirectory) -> None:
    trees, dev = corpora.training_trees(data)
    processors.train_parser(run_directory, corpora.with_retyped_trees(trees, 1.0, seed=5), dev)


def _ner(data: Path, run_directory: RunDirectory) -> None:
    processors.train_recognizer(run_directory, corpora.training_names(data), run_directory.weights("ner"))


def _segmented_trees(data: Path) -> tuple[list[Tree], list[Tree]]:
    """Return trees and lattices for training, with copies of half of them with typing noise, and development trees."""
    trees, dev = corpora.training_trees(data)
    return corpora.with_retyped_trees([*trees, *corpora.training_lattices(data)], 0.5, seed=5), dev


def _needs(run_directory: RunDirectory, stage: str) -> Iterator[Path]:
    """Yield the files of earlier stages that a stage reads."""
    if stage == "tokenize":
        yield run_directory.charlm("forward")
    elif stage == "vectors":
        yield from (run_directory.weights(processor) for processor in ("tokenize", "mwt"))
    elif stage in ("pos", "depparse", "ner", "relations"):
        yield from (*run_directory.makes("charlm"), *run_directory.makes("vectors"))


_RUN: dict[str, Callable[[Path, RunDirectory], None]] = {
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
