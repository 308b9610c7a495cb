"""Stretches of words that may be mentions, before it is settled which of them are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.arabic.normalized import normalized
from graph_builder.arabic.punctuation import NAME_EDGES
from graph_builder.core.annotations import Annotations
from graph_builder.core.values import Annotated, Kind, Mention
from graph_builder.syntax import Node, Tree

KINDS: dict[str, Kind] = {"PER": "PER", "PERS": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}

# What a tokenizer may leave on a word; an apostrophe or a hyphen within one stays.


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with the trees of its sentences."""

    id: str
    text: str
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` of a sentence, both included and counted from 1; `kind` is None where none is known.

    `rule` names what saw it. `skip` counts the letters of the first word that are a clitic the pipeline left on.
    """

    sentence: int
    first: int
    last: int
    kind: Kind | None
    rule: str
    skip: int = 0

    def __len__(self) -> int:
        return self.last - self.first + 1


class ParsedCorpus:
    """The articles of a corpus, by id, their trees built anew whenever they come up."""

    def __init__(self, corpus: Annotations) -> None:
        self._corpus = corpus

    def __iter__(self) -> Iterator[ParsedDocument]:
        return map(article, self._corpus)


def article(annotated: Annotated) -> ParsedDocument:
    """The trees over an annotation."""
    document = annotated.document
    return ParsedDocument(document.id, document.text, tuple(Tree(s, document.text) for s in annotated.sentences))


def nodes(article: ParsedDocument, candidate: Candidate) -> tuple[Node, ...]:
    """The words of a candidate."""
    return article.trees[candidate.sentence].nodes[candidate.first - 1 : candidate.last]


def surface_form(article: ParsedDocument, candidate: Candidate) -> str:
    """The candidate's name as it is written by itself, without marks and without punctuation at its ends."""
    return (
        article.trees[candidate.sentence]
        .surface_form(candidate.first, candidate.last, candidate.skip)
        .strip(NAME_EDGES)
    )


def name(article: ParsedDocument, candidate: Candidate) -> str:
    """The candidate's folded name."""
    return fold(surface_form(article, candidate))


def mention(article: ParsedDocument, candidate: Candidate, kind: Kind) -> Mention:
    """The candidate as a mention."""
    tree = article.trees[candidate.sentence]
    first, end = tree[candidate.first], tree[candidate.last].end
    start = first.start + normalized(article.text[first.start : first.end]).start(candidate.skip)
    surface = article.text[start:end].lstrip(NAME_EDGES)
    start = end - len(surface)
    surface = surface.rstrip(NAME_EDGES)
    return Mention(article.id, start, start + len(surface), surface, kind, candidate.sentence)


def tagged(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """The spans that the language pipeline tagged, in BIOES. What it tagged as another kind of name has kind None."""
    open_first, open_label = 0, ""
    first = 1
    for token in tree.sentence.tokens:
        prefix, _, label = token.label.partition("-")
        goes_on = open_first and prefix in ("I", "E") and label == open_label
        if open_first and not goes_on:
            yield Candidate(sentence, open_first, first - 1, KINDS.get(open_label), "tagged")
            open_first = 0
        if label and not goes_on:
            open_first, open_label = first, label
        first += len(token.words)
    if open_first:
        yield Candidate(sentence, open_first, first - 1, KINDS.get(open_label), "tagged")
