"""Read the lattices of PADT: the whole text of the treebank, with all known analyses of every token, without trees.

Tokens whose analyses agree are training data for the tokenizer and the lemmatizer; among several parts of speech, a
tagger that was trained on the trees chooses.
"""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph_builder.training.treebank import FORM, ID, LEMMA, UPOS, XPOS, Row, Tree, bare

# A segmentation of a token: the forms of its words.
Split = tuple[str, ...]
Analysis = tuple[str, str]  # lemma and UPOS
# The analyses of each form of each arc, by the start and end of the arc in the unit.
Lattice = dict[tuple[int, int], dict[str, set[Analysis]]]

# The parts of speech in the treebanks for each one in the lattices, the usual one first; others are unrestricted.
_TREEBANK = {
    "NOUN": ("NOUN", "PROPN", "ADV"),
    "ADJ": ("ADJ", "ADV"),
    "VERB": ("VERB", "AUX"),
    "ADP": ("ADP",),
    "CCONJ": ("CCONJ", "SCONJ", "ADP"),
    "PART": ("PART", "AUX", "SCONJ"),
    "DET": ("PRON", "DET"),
    "PRON": ("PRON", "ADP"),
    "ADV": ("ADV",),
    "NUM": ("NUM",),
    "PUNCT": ("PUNCT",),
    "SYM": ("SYM",),
    "PROPN": ("PROPN",),
    "AUX": ("AUX",),
}

# Final letters that change before a pronoun.
_FINAL = "ةىء"


def read(path: Path, trees: Iterable[Tree]) -> list[Tree]:
    """Return the units of a file of lattices, segmented into words.

    LEMMA is "_" where it is ambiguous; UPOS has all alternatives: NOUN/VERB. A token with several segmentations gets
    the most frequent one in `trees`; a unit with an ambiguous token that does not occur there is left out.
    """
    usual = usual_splits(trees)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    return [tree for block in blocks if (tree := _unit(block.split("\n"), usual)) is not None]


def usual_splits(trees: Iterable[Tree]) -> dict[str, Split]:
    """Return the most frequent segmentation of each token."""
    counts: defaultdict[str, Counter[Split]] = defaultdict(Counter)
    for tree in trees:
        words = list(tree.words())
        for token in tree.tokens():
            first, _, last = token[ID].partition("-")
            counts[token[FORM]][tuple(w[FORM] for w in words[int(first) - 1 : int(last or first)])] += 1
    return {token: splits.most_common(1)[0][0] for token, splits in counts.items()}


def with_certain_lemmas(tree: Tree) -> Tree:
    """Return the unit without the lemmas of words whose part of speech is ambiguous or unknown."""
    rows = (row if row[UPOS] in _TREEBANK else (*row[:LEMMA], "_", *row[UPOS:]) for row in tree.rows)
    return Tree(tuple(rows), tree.opens)


def tagged(tree: Tree, tags: Iterable[str]) -> Tree:
    """Return the unit with one part of speech per word: that of `tags`, one per word, if an analysis allows it."""
    of_words = iter(tags)
    rows = (
        row if "-" in row[ID] else (*row[:UPOS], _chosen(next(of_words), row[UPOS]), *row[XPOS:]) for row in tree.rows
    )
    return Tree(tuple(rows), tree.opens)


def _chosen(tag: str, analyses: str) -> str:
    allowed = [name for each in analyses.split("/") for name in _TREEBANK.get(each, (tag,))]
    return tag if tag in allowed else allowed[0]


def _unit(lines: list[str], usual: dict[str, Split]) -> Tree | None:
    rows: list[Row] = []
    number = 1
    rest = bare(next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), ""))
    for token, arcs in _tokens(lines):
        _, _, rest = rest.partition(token)
        misc = "_" if not rest or rest[0].isspace() else "SpaceAfter=No"
        words = _words(token, arcs, usual)
        if words is None:
            return None
        if len(words) > 1:
            rows.append((f"{number}-{number + len(words) - 1}", token, *["_"] * 7, misc))
        for form, lemma, upos in words:
            own = misc if len(words) == 1 else "_"
            head = "0" if number == 1 else "1"  # Stanza reads no row without a head
            rows.append((str(number), form, lemma, upos, "_", "_", head, "root" if number == 1 else "dep", "_", own))
            number += 1
    return Tree(tuple(rows), any(line.startswith("# newpar") for line in lines)) if rows else None


def _tokens(lines: list[str]) -> Iterator[tuple[str, Lattice]]:
    """Yield each token with its lattice: the possible forms of every arc, each with its analyses."""
    arcs: Lattice = {}
    token = ""
    for line in lines:
        columns = line.split("\t")
        if line.startswith("#") or not line.strip():
            continue
        if "-" in columns[0]:
            if arcs:
                yield token, arcs
            token, arcs = bare(columns[1]), {}
        else:
            forms = arcs.setdefault((int(columns[0]), int(columns[1])), {})
            forms.setdefault(bare(columns[2]), set()).add((bare(columns[3]), columns[4]))
    if arcs:
        yield token, arcs


def _words(token: str, arcs: Lattice, usual: dict[str, Split]) -> list[tuple[str, str, str]] | None:
    """Return the words of a token with lemma and UPOS, or None if its segmentation is ambiguous."""
    ways = set(_ways(arcs, min(first for first, _ in arcs), max(last for _, last in arcs)))
    analyses: defaultdict[str, set[Analysis]] = defaultdict(set)
    for forms in arcs.values():
        for form, found in forms.items():
            analyses[form] |= found
    if len(ways) == 1:
        way = ways.pop()
        written = _written(token, way)
        if written is None:
            return None
        return [(form, *_agreed(analyses[word])) for form, word in zip(written, way, strict=True)]
    if token in usual:
        return [(form, *_agreed(analyses.get(form, set()))) for form in usual[token]]
    return None


def _ways(arcs: Lattice, here: int, end: int) -> Iterator[Split]:
    """Yield every path through a lattice, as the forms on it."""
    if here == end:
        yield ()
    for (first, last), forms in arcs.items():
        if first == here:
            for rest in _ways(arcs, last, end):
                yield from ((form, *rest) for form in forms)


def _written(token: str, forms: Split) -> Split | None:
    """Return the words in the spelling of the token instead of the dictionary form, or None if they do not align.

    Letters that the token does not show are kept: the article in للخطر, the last letter in رئيستها.
    """
    if len("".join(forms)) == len(token) + 1 and "لل" in token[:4]:
        return forms
    if len("".join(forms)) != len(token):
        return None
    start = 0
    written: list[str] = []
    for form in forms:
        piece = token[start : start + len(form)]
        start += len(form)
        written.append(piece[:-1] + form[-1] if form[-1] in _FINAL else piece)
    return tuple(written)


def _agreed(analyses: set[Analysis]) -> Analysis:
    lemmas, tags = {lemma for lemma, _ in analyses}, {upos for _, upos in analyses}
    return lemmas.pop() if len(lemmas) == 1 else "_", "/".join(sorted(tags)) or "_"
