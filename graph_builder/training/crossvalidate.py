"""Cross-validation: annotate each article by a recognizer that was not trained on it."""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from graph_builder.annotate import annotate
from graph_builder.annotate.cache import Cache
from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Document, Problem
from graph_builder.training import corpora, processors
from graph_builder.training import ner_corpora as names
from graph_builder.training.articles import Article, articles, write_gold
from graph_builder.training.package import write_weights
from graph_builder.training.run_directory import PACKAGE, RunDirectory

GOLD, LATER_GOLD, FOLDS = "gold", "gold-later", 4
# The length of word n-grams that articles of one source share, and the number that excludes mere quotations.
_RUN, _SHARED = 6, 25


class HeldOut:
    """An annotator of the annotated articles, each by weights that were trained on the other folds.

    The weights of each fold and their annotations are kept in the folder `work`. The recognizers are trained for
    `steps`; None for those of the recipe. Their word vectors and language models are those of the run, or else the
    bundled ones.
    """

    def __init__(
        self,
        data: Path,
        work: Path,
        run_directory: RunDirectory,
        report: Callable[[str], None],
        steps: int | None = None,
    ) -> None:
        self._steps = steps
        self._folds = folds(articles(data))
        self._work = work
        every = [each for fold_ in self._folds for each in fold_]
        write_gold(every, work / GOLD)
        write_gold([each for each in every if each.note.is_later], work / LATER_GOLD)
        for number, held in enumerate(self._folds):
            if not self._weights(number).is_dir():
                report(f"fold {number + 1} of {len(self._folds)}")
                self._train(number, held, data, run_directory)

    def __call__(self, documents: Sequence[Document]) -> Iterator[Annotated | Problem]:
        """Yield the annotation of every document, or its Problem, in no particular order."""
        by_name = {Path(document.source).stem: document for document in documents}
        for number, held in enumerate(self._folds):
            weights = find_weights(str(self._weights(number)))
            mine = [by_name[each.name] for each in held if each.name in by_name]
            cache = Cache(self._work / "annotations", weights.fingerprint)
            yield from annotate(mine, StanzaAnnotator(weights, "cpu"), cache)

    def _weights(self, number: int) -> Path:
        return self._work / f"fold-{number + 1}"

    def _train(self, number: int, held: Sequence[Article], data: Path, run_directory: RunDirectory) -> None:
        taught = corpora.training_names(data)
        unseen = {names.text(sentence) for article in held for sentence in names.of_article(article)}
        taught["news"] = [sentence for sentence in taught["news"] if names.text(sentence) not in unseen]
        trained = run_directory.root / f"fold-{number + 1}.pt"
        copy_bundled_inputs(run_directory)
        processors.train_recognizer(run_directory, taught, trained, self._steps)
        aside = self._weights(number).with_suffix(".part")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(find_weights("bundled").directory, aside)
        write_weights(trained, aside / "ar" / "ner" / "news.pt", "ner")
        aside.rename(self._weights(number))


def copy_bundled_inputs(run_directory: RunDirectory) -> None:
    """Copy the word vectors and language models of the bundled weights into a run that has none of its own."""
    bundled = find_weights("bundled").directory / "ar"
    for own, theirs in (
        (run_directory.vectors("words"), bundled / "pretrain" / "words.pt"),
        (run_directory.charlm("forward"), bundled / "forward_charlm" / f"{PACKAGE}.pt"),
        (run_directory.charlm("backward"), bundled / "backward_charlm" / f"{PACKAGE}.pt"),
    ):
        if not own.is_file():
            aside = own.with_suffix(".part")
            shutil.copyfile(theirs, aside)
            aside.replace(own)


def folds(every: Sequence[Article], number: int = FOLDS, seed: int = 1) -> list[list[Article]]:
    """Return the articles in folds of similar size; articles of one source are in one fold.

    Later articles join the folds by their numbers and move none of the first, so that models of the folds stay usable.
    """
    groups = list(_of_one_source(article for article in every if not article.note.is_later))
    random.Random(seed).shuffle(groups)
    parts: list[list[Article]] = [[] for _ in range(number)]
    for group in sorted(groups, key=len, reverse=True):
        min(parts, key=len).extend(group)
    home = {article.name: part for part in parts for article in part}
    for group in _of_one_source(every):
        usual = parts[min(article.note.number for article in group) % number]
        joined = next((home[article.name] for article in group if article.name in home), usual)
        joined.extend(article for article in group if article.note.is_later)
    return [sorted(part, key=lambda article: article.name) for part in parts]


def _of_one_source(every: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield groups of articles that share word n-grams."""
    articles = list(every)
    holders: dict[str, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    group_of: dict[int, int] = {}
    for index, article in enumerate(articles):
        own = runs(article.text)
        shared = Counter(group for run in own for group in {group_of[other] for other in holders.get(run, ())})
        alike = sorted(group for group, count in shared.items() if count >= _SHARED)
        groups[index] = [index, *(member for group in alike for member in groups.pop(group))]
        group_of.update((member, index) for member in groups[index])
        for run in own:
            holders[run].append(index)
    yield from ([articles[member] for member in members] for members in groups.values())


def are_of_one_source(one: set[str], other: set[str]) -> bool:
    """Return whether the word n-grams of two texts are so many in common that they are versions of one article."""
    return len(one & other) >= _SHARED


def runs(text: str) -> set[str]:
    """Return the word n-grams of a text."""
    words = fold(text).split()
    return {" ".join(words[first : first + _RUN]) for first in range(len(words) - _RUN + 1)}
