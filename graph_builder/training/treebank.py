"""The treebanks as rows of CoNLL-U: read with one sign for each thing, retyped as papers type, compared with the tests.

A row is its ten columns. A token of several words has a row of its own, numbered 3-4, in front of theirs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_builder.arabic.fold import fold
from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.uniform import uniform
from graph_builder.training.typing_noise import Rewrite, typing_noise

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """One unit of a treebank; `opens` where a paragraph begins with it."""

    rows: tuple[Row, ...]
    opens: bool

    def words(self) -> Iterator[Row]:
        return (row for row in self.rows if "-" not in row[ID])

    def tokens(self) -> Iterator[Row]:
        """The rows of what is written: words, or the tokens that hold several."""
        last = 0
        for row in self.rows:
            if "-" in row[ID]:
                last = int(row[ID].split("-")[1])
                yield row
            elif int(row[ID]) > last:
                yield row

    def text(self) -> str:
        spaced = (row[FORM] + ("" if "SpaceAfter=No" in row[MISC] else " ") for row in self.tokens())
        return "".join(spaced).strip()


def bare(text: str) -> str:
    """A form as the models are shown it; one that is nothing but marks stays."""
    return uniform(without_marks(text)) or text


def read(path: Path) -> list[Tree]:
    """The units of a CoNLL-U file, bare of marks."""
    trees: list[Tree] = []
    rows: list[Row] = []
    opens = True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newpar"):
            opens = True
        elif line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            rows.append((columns[ID], bare(columns[FORM]), bare(columns[LEMMA]), *columns[UPOS:]))
        elif not line.strip() and rows:
            trees.append(Tree(tuple(rows), opens))
            rows, opens = [], False
    return trees


def write(trees: Iterable[Tree], path: Path) -> None:
    """As CoNLL-U that Stanza reads."""
    path.write_text(conllu(trees), encoding="utf-8", newline="\n")


def conllu(trees: Iterable[Tree]) -> str:
    """The units as CoNLL-U."""
    return "".join(
        f"# text = {tree.text()}\n{''.join(chr(9).join(row) + chr(10) for row in tree.rows)}\n" for tree in trees
    )


def plain(tree: Tree) -> Tree:
    """The unit with its forms as the models are shown them: bare of marks, with one sign for each thing."""
    return Tree(tuple((row[ID], bare(row[FORM]), *row[LEMMA:]) for row in tree.rows), tree.opens)


def retype(tree: Tree, rewrite: Rewrite) -> Tree:
    """The unit with the forms rewritten, of tokens and of words; lemmas stay.

    The last letter of a word inside a token is not the last of what is written, so it stays as it is.
    """
    rows = []
    last = 0
    for row in tree.rows:
        if "-" in row[ID]:
            last = int(row[ID].split("-")[1])
            form = rewrite(row[FORM])
        else:
            inside = int(row[ID]) < last
            form = rewrite(row[FORM] + "\u0640")[:-1] if inside else rewrite(row[FORM])
        rows.append((row[ID], form, *row[LEMMA:]))
    return Tree(tuple(rows), tree.opens)


def respelt(tree: Tree, rewrite: Rewrite) -> Tree:
    """The unit with the forms that its text has when it is rewritten, letter for letter."""
    text = tree.text()
    shown = rewrite(text)
    start = 0
    new: dict[str, str] = {}
    for row in tree.tokens():
        start = text.index(row[FORM], start)
        form = shown[start : start + len(row[FORM])]
        start += len(row[FORM])
        new[row[ID]] = form
        if "-" in row[ID]:
            new[f"after {row[ID].split('-')[1]}"] = form[-1:] if form != row[FORM] else ""
    rows = []
    for row in tree.rows:
        last = new.get(f"after {row[ID]}", "")
        form = new.get(row[ID]) or (row[FORM][:-1] + last if last else row[FORM])
        rows.append((row[ID], form, *row[LEMMA:]))
    return Tree(tuple(rows), tree.opens)


def retyped(trees: Iterable[Tree], share: float, rng: random.Random) -> Iterator[Tree]:
    """A share of the units, each as another typist would type it."""
    for tree in trees:
        if rng.random() < share:
            yield retype(tree, typing_noise(rng))


def key(text: str) -> str:
    """What two spellings of one sentence have in common: its letters and digits, folded."""
    return re.sub(r"[\W_]+", "", fold(uniform(without_marks(text))))


def paragraphs(trees: Iterable[Tree]) -> str:
    """The running text of the units, a blank line between paragraphs."""
    text = ""
    for tree in trees:
        text += ("\n\n" if tree.opens and text else " " if text else "") + tree.text()
    return text + "\n\n"
