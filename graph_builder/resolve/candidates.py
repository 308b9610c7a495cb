"""Candidate spans: stretches of words that may be mentions, before the rules choose among them."""

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
    """A span of words that may be a mention.

    Attributes:
        sentence: Index of the sentence in the document, from 0.
        first: First word, counted from 1.
        last: Last word, inclusive.
        kind: Kind of the name; None if unknown.
        rule: Name of the rule that proposed the span.
        skip: Number of letters of the first word that are a clitic which the pipeline did not split off.
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
    """Documents of a corpus, sorted by id; their trees are rebuilt in each iteration."""

    def __init__(self, corpus: Annotations) -> None:
        self._corpus = corpus

    def __iter__(self) -> Iterator[ParsedDocument]:
        return map(article, self._corpus)


def article(annotated: Annotated) -> ParsedDocument:
    """Return an annotated document with the trees of its sentences."""
    document = annotated.document
    return ParsedDocument(document.id, document.text, tuple(Tree(s, document.text) for s in annotated.sentences))


def nodes(article: ParsedDocument, candidate: Candidate) -> tuple[Node, ...]:
    """Return the words of a candidate."""
    return article.trees[candidate.sentence].nodes[candidate.first - 1 : candidate.last]


def surface_form(article: ParsedDocument, candidate: Candidate) -> str:
    """Return the candidate's name as written, without diacritics and without punctuation at its ends."""
    return (
        article.trees[candidate.sentence]
        .surface_form(candidate.first, candidate.last, candidate.skip)
        .strip(NAME_EDGES)
    )


def name(article: ParsedDocument, candidate: Candidate) -> str:
    """Return the candidate's folded name."""
    return fold(surface_form(article, candidate))


def mention(article: ParsedDocument, candidate: Candidate, kind: Kind) -> Mention:
    """Return the candidate as a mention, with its offsets in the text in code points."""
    tree = article.trees[candidate.sentence]
    first, end = tree[candidate.first], tree[candidate.last].end
    skipped = 0 if tree.has_restored_article(candidate.first) else candidate.skip
    start = first.start + normalized(article.text[first.start : first.end]).start(skipped)
    surface = article.text[start:end].lstrip(NAME_EDGES)
    start = end - len(surface)
    surface = surface.rstrip(NAME_EDGES)
    return Mention(article.id, start, start + len(surface), surface, kind, candidate.sentence)


def tagged(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the spans that the pipeline tagged in BIOES; names of classes that are not ours have kind None."""
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
