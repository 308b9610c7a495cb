"""Parsed sentences: words with offsets, dependents and folded forms."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.normalized import bare, normalized
from graph_builder.arabic.punctuation import HYPHENS
from graph_builder.core.values import Sentence, Token, Word

# Conjunctions and prepositions written as prefixes.
CLITICS = frozenset("وفبلك")


@dataclass(frozen=True, slots=True)
class Node:
    """A word in its sentence.

    Attributes:
        index: Position in the sentence, counted from 1 as heads are.
        token: Index of its token, from 0; the words of a token are written together.
        start: Start in the text, in code points.
        end: End in the text, exclusive.
        word: The word as annotated.
        form: Folded form without the article; the «ال» of a verb (التقى) stays.
        lemma: Folded lemma without the article.
        label: Entity tag of the token, in BIOES.
        definite: Whether the word has the article.
    """

    index: int
    token: int
    start: int
    end: int
    word: Word
    form: str
    lemma: str
    label: str
    definite: bool

    def matches(self, words: frozenset[str]) -> bool:
        """Return whether the lemma or the form is one of the folded words."""
        return self.lemma in words or self.form in words


class Tree:
    """Nodes of a sentence and their dependencies.

    Args:
        sentence: The annotated sentence.
        text: The text of the document.
    """

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.text = text
        self.nodes = tuple(_nodes(sentence, text))
        self._names: dict[tuple[int, int, int], str] = {}
        self._starts: dict[int, tuple[str, ...]] = {}

    def __getitem__(self, index: int) -> Node:
        return self.nodes[index - 1]

    def __len__(self) -> int:
        return len(self.nodes)

    @functools.cached_property
    def _dependents(self) -> dict[int, list[Node]]:
        dependents: dict[int, list[Node]] = {}
        for node in self.nodes:
            dependents.setdefault(node.word.head, []).append(node)
        return dependents

    def dependents(self, index: int, *deprels: str) -> Iterator[Node]:
        """Yield the dependents of a word with one of the relations, or their subtypes; all if none is given."""
        for node in self._dependents.get(index, ()):
            if not deprels or node.word.deprel.split(":")[0] in deprels or node.word.deprel in deprels:
                yield node

    def surface(self, first: int, last: int) -> str:
        """Return the text from one word to another, inclusive."""
        return self.text[self[first].start : self[last].end]

    def surface_form(self, first: int, last: int, skip: int = 0) -> str:
        """Return the words from one to another, inclusive, as a name without diacritics and tatweel.

        Split tokens are spelt as their words are, not as in the text: للأمم lacks the alef of الأمم. Hyphens within the
        name are left out.

        Args:
            first: First word, counted from 1.
            last: Last word.
            skip: Number of initial letters to leave out: a clitic that was not split off.
        """
        nodes = self.nodes[first - 1 : last]
        if nodes and nodes[0].token == nodes[-1].token:  # as nearly always
            return self._of_token(nodes)[skip:]
        tokens = (tuple(words) for _, words in groupby(nodes, attrgetter("token")))
        return " ".join(self._of_token(words) for words in tokens if not self.is_hyphen(words[0]))[skip:]

    def token_end(self, index: int) -> int:
        """Return the last word of the token of a word."""
        while index < len(self) and self[index + 1].token == self[index].token:
            index += 1
        return index

    def is_hyphen(self, node: Node) -> bool:
        """Return whether a word is a hyphen within a name, attached to the word before it: «جان-إيف»."""
        attached = node.index > 1 and self[node.index - 1].end == node.start
        return attached and node.word.form in HYPHENS and node.index < len(self)

    def _of_token(self, words: Sequence[Node]) -> str:
        """Return words of one token as they are in a name."""
        number = words[0].token
        whole = len(words) == len(self.sentence.tokens[number].words)
        return self._spelt[number] if whole else self._cut(words[0], words[-1])

    def _cut(self, first: Node, last: Node) -> str:
        """Return part of a token, from one word to another, restoring the article's alef that «ل» elides."""
        text = bare(self.text[first.start : last.end])
        return "ا" + text if self.has_restored_article(first.index) else text

    def has_restored_article(self, index: int) -> bool:
        """Return whether a word has the article's alef, which «ل» before it elides in the text: للأمم."""
        node = self[index]
        text = bare(self.text[node.start : node.end])
        return text.startswith("ل") and without_marks(node.word.form) == "ا" + text

    @functools.cached_property
    def _spelt(self) -> list[str]:
        return [" ".join(_written(token, self.text).split()) for token in self.sentence.tokens]

    def written(self, number: int) -> str:
        """Return the token with an index, from 0, as written, without diacritics."""
        return self._spelt[number]

    def name(self, first: int, last: int, skip: int = 0) -> str:
        """Return the words from one to another as a folded name, otherwise like `surface_form`."""
        words = (first, last, skip)
        if words not in self._names:
            self._names[words] = fold(self.surface_form(first, last, skip))
        return self._names[words]

    def starts(self, index: int) -> tuple[str, ...]:
        """Return the folded beginnings of a name at a word: its token from there on, with and without a clitic."""
        if index not in self._starts:
            first_word = self.name(index, self.token_end(index))
            without = (first_word[1:].partition(" ")[0],) if self.clitic_within(index) else ()
            self._starts[index] = (first_word.partition(" ")[0], *without)
        return self._starts[index]

    def clitic_within(self, index: int) -> bool:
        """Return whether a word begins with a letter that may be a clitic and was not split off."""
        words = self.sentence.tokens[self[index].token].words
        # «ل» may be left behind «و» too: «ولفنزويلا».
        joined = [word.form for word in words[:-1]] == ["و"] and words[-1].form.startswith("ل")
        whole = len(words) == 1 or (joined and self.token_end(index) == index)
        return whole and self[index].word.form[:1] in CLITICS and len(self[index].word.form) > 3


def _nodes(sentence: Sentence, text: str) -> Iterator[Node]:
    index = 1
    for number, token in enumerate(sentence.tokens):
        for word, (start, end) in zip(token.words, _places(token, text), strict=True):
            written, dictionary_form = without_marks(word.form), _lemma(word)
            form, lemma = fold(written), fold(dictionary_form)
            definite = form.startswith("ال") and _has_article(written) and word.upos != "VERB"
            if word.upos != "VERB":
                form = without_article(form) if _has_article(written) else form
                lemma = without_article(lemma) if _has_article(dictionary_form) else lemma
            yield Node(index, number, start, end, word, form, lemma, token.label, definite)
            index += 1


def _has_article(written: str) -> bool:
    """Return whether «ال» at the beginning of a word may be the article: it is not in «إلغاء» and «ألمانيا»."""
    return not written.startswith(("أل", "إل", "آل"))


def _lemma(word: Word) -> str:
    """Return the lemma of a word; an unlemmatized verb loses its feminine ending."""
    unknown = word.upos == "VERB" and word.lemma == word.form and "Gender=Fem" in word.feats
    return word.form.removesuffix("ت") if unknown and len(word.form) > 3 else word.lemma or word.form


def _written(token: Token, text: str) -> str:
    # A single word was cleaned in the context of the whole text, where a flag consists of several characters.
    return without_marks(token.words[0].form) if len(token.words) == 1 else bare(text[token.start : token.end])


def _places(token: Token, text: str) -> list[tuple[int, int]]:
    """Return the offsets of the words of a token: prefixes take one letter each, pronouns their own length."""
    if len(token.words) == 1:
        return [(token.start, token.end)]
    surface = normalized(text[token.start : token.end])
    bounds = [0]
    front = 0
    while front < len(token.words) - 1 and len(token.words[front].form) == 1:
        front += 1
        bounds.append(front)
    suffix_bounds = []
    rest = len(surface.text)
    for word in reversed(token.words[front + 1 :]):
        rest = max(rest - len(word.form), bounds[-1])
        suffix_bounds.append(rest)
    bounds += [*reversed(suffix_bounds), len(surface.text)]
    return [
        (token.start + surface.start(start), token.start + (surface.end(end) if end > start else surface.start(start)))
        for start, end in pairwise(bounds)
    ]
