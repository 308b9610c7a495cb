"""Read and write treebanks as rows of CoNLL-U, with normalized characters, and add typing noise.

A row has ten columns. A multi-word token has its own row, numbered 3-4, before those of its words.
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
    """A unit of a treebank; `opens` is True if it begins a paragraph."""

    rows: tuple[Row, ...]
    opens: bool

    def words(self) -> Iterator[Row]:
        """Yield the rows of words."""
        return (row for row in self.rows if "-" not in row[ID])

    def tokens(self) -> Iterator[Row]:
        """Yield the rows of surface tokens: words, or multi-word tokens."""
        last = 0
        for row in self.rows:
            if "-" in row[ID]:
                last = int(row[ID].split("-")[1])
                yield row
            elif int(row[ID]) > last:
                yield row

    def text(self) -> str:
        """Return the running text."""
        spaced = (row[FORM] + ("" if "SpaceAfter=No" in row[MISC] else " ") for row in self.tokens())
        return "".join(spaced).strip()


def bare(text: str) -> str:
    """Return the normalized form that the models see; one of marks only is unchanged."""
    return uniform(without_marks(text)) or text


def read(path: Path) -> list[Tree]:
    """Return the units of a CoNLL-U file, normalized."""
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
    """Write units as CoNLL-U for Stanza."""
    path.write_text(conllu(trees), encoding="utf-8", newline="\n")


def conllu(trees: Iterable[Tree]) -> str:
    """Return units as CoNLL-U."""
    return "".join(
        f"# text = {tree.text()}\n{''.join(chr(9).join(row) + chr(10) for row in tree.rows)}\n" for tree in trees
    )


def plain(tree: Tree) -> Tree:
    """Return the unit with the normalized forms that the models see."""
    return Tree(tuple((row[ID], bare(row[FORM]), *row[LEMMA:]) for row in tree.rows), tree.opens)


def retype(tree: Tree, rewrite: Rewrite) -> Tree:
    """Return the unit with rewritten forms of tokens and words; lemmas are unchanged.

    The last letter of a word inside a token is not word-final in writing, so it is kept.
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
    """Return the unit with the forms of its rewritten text, which must have the same length."""
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
    """Yield a share of the units with typing noise."""
    for tree in trees:
        if rng.random() < share:
            yield retype(tree, typing_noise(rng))


def key(text: str) -> str:
    """Return the folded letters and digits of a text, equal for its spelling variants."""
    return re.sub(r"[\W_]+", "", fold(uniform(without_marks(text))))


def paragraphs(trees: Iterable[Tree]) -> str:
    """Return the running text of the units, with a blank line between paragraphs."""
    text = ""
    for tree in trees:
        text += ("\n\n" if tree.opens and text else " " if text else "") + tree.text()
    return text + "\n\n"
