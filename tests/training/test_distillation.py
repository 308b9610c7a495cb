"""Unlabelled articles for the training of the relation classifier."""

from __future__ import annotations

import lzma
from pathlib import Path

from graph_builder.training.articles import CORPUS, Article, Note
from graph_builder.training.distillation import unlabelled_documents


def test_unlabelled_articles_are_neither_annotated_nor_copies_of_such(tmp_path: Path) -> None:
    words = [f"كلمة{letter}" for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإ"]
    annotated = "عنوان\n" + " ".join(words)
    others = ["عنوان آخر\nنص آخر", "عنوان بلا نص", "خبر\n" + " ".join(words[::-1])]
    path = tmp_path / CORPUS
    path.parent.mkdir(parents=True)
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("\n\n".join([annotated, f"{annotated} منقولا", *others]))
    found = unlabelled_documents(tmp_path, [Article(Note(0, "", (), ()), annotated, ())])
    assert sorted((each.source, each.text) for each in found) == [
        ("n00002.txt", "نص آخر"),
        ("n00004.txt", " ".join(words[::-1])),
    ]
