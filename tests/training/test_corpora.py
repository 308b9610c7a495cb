"""Corpora: test data are never trained on."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph_builder.core.errors import TrainingError
from graph_builder.training import corpora, treebank
from graph_builder.training import ner_corpora as names
from graph_builder.training.corpora import RUN, HeldOut
from graph_builder.training.treebank import key
from tests.training.conftest import LEAK

# Of the articles of the plain text, so many are looked through: all of them take minutes.
_ARTICLES = 2_000


def _inputs(data: Path) -> dict[str, Iterable[str]]:
    """The texts that each part of the recipe learns from."""
    return {
        "trees": [tree.text() for tree in corpora.training_trees(data)[0]],
        "lattices": [tree.text() for tree in corpora.training_lattices(data)],
        "names": [names.text(sentence) for each in _names(data).values() for sentence in each],
        "articles": corpora.articles(data)[-_ARTICLES:],
    }


def _names(data: Path) -> dict[str, list[names.Sentence]]:
    """Those that the recipe learns from; the notes of the repository are about the real articles only."""
    real = os.environ.get("GRAPH_BUILDER_CORPORA") == str(data)
    return corpora.training_names(data) if real else corpora.training_names(data, data / "notes")


def _tests(data: Path) -> set[str]:
    """The letters of every sentence that is for measuring only, read here without the recipe's own filter."""
    trees = [tree.text() for path in corpora.TREE_TESTS.values() for tree in treebank.read(data / path)]
    sentences = [names.text(s) for path, corpus in corpora.NAME_TESTS.values() for s in names.read(data / path, corpus)]
    return {key(text) for text in (*trees, *sentences)}


def _copied(beginnings: set[str], texts: list[str]) -> Iterator[str]:
    """Yield the beginnings that stand in a text: each holds one of the text's windows of half its length."""
    length = RUN + 20
    half = length // 2
    step = length - half + 1
    whose = defaultdict(set)
    for each in beginnings:
        for start in range(step):
            whose[each[start : start + half]].add(each)
    for text in texts:
        for start in range(0, len(text) - half + 1, step):
            yield from (each for each in whose.get(text[start : start + half], ()) if each in text)


def test_corpora_find_copied_beginnings() -> None:
    beginning = "".join(chr(0x621 + i % 25) + chr(0x641 + i % 9) for i in range(RUN + 20))[: RUN + 20]
    for before in range(RUN + 20):
        assert set(_copied({beginning}, ["x" * before + beginning + "y"])) == {beginning}
    assert not list(_copied({beginning}, [beginning[:-1]]))


def test_corpora_exclude_test_sentences(data: Path) -> None:
    held = _tests(data)
    beginnings = {each[: RUN + 20] for each in held if len(each) >= RUN + 20}
    for part, texts in _inputs(data).items():
        learnt = [key(text) for text in texts]
        assert learnt, part
        assert not held.intersection(learnt), part
        assert list(_copied(beginnings, learnt)) == [], part


def test_corpora_parts_lose_overlaps_only(small: Path) -> None:
    assert {part: len(list(texts)) for part, texts in _inputs(small).items()} == {
        "trees": 1,
        "lattices": 1,  # one is in the tests, one among the trees to choose by
        "names": 5,  # of five files, the one sentence that stays; no article is annotated
        "articles": 4,
    }


@pytest.mark.parametrize(
    "text",
    [
        LEAK,
        f"ثم {LEAK}، كما قيل.",
        LEAK.replace("إلى", "الى").replace("مدينة", "مدينه"),
        LEAK.replace("الحداد", "الحـــدّاد"),
        " ".join(LEAK.split()[2:]),
    ],
)
def test_corpora_overlap_is_independent_of_typing(text: str) -> None:
    assert HeldOut.of([LEAK]).overlaps(text)


def test_corpora_few_common_words_are_no_overlap() -> None:
    assert not HeldOut.of([LEAK]).overlaps("وصل الوزير سامي الحداد إلى القاهرة أمس ولم يقل شيئا لأحد من الصحافيين")


def test_corpora_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"news\.txt\.xz is missing; .*README"):
        corpora.check(tmp_path)


def test_corpora_exclude_development_sentences(data: Path) -> None:
    learnt, chosen = corpora.training_trees(data)
    assert not {key(tree.text()) for tree in learnt} & {key(tree.text()) for tree in chosen}
