"""Insertions between commas, which separate the arguments of a verb: «حث غوتيريش، في كلمة له أمس، إثيوبيا على»."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import CLAUSE_BREAKS, CLOSING_TOKENS, OPENING_TOKENS
from graph_builder.lexicon import function_words
from graph_builder.relate.sentence.view import SentenceView

# The longest insertion, in words.
_LONGEST = 32

# Parts of speech of adverbs and adjectives between an argument and the comma, and the farthest comma, in words.
_ADVERBIAL, _NEAR = frozenset({"ADV", "ADJ", "NOUN"}), 3

# The longest second name, in words.
_LONGEST_NAME = 5

# The farthest noun from the comma, in words.
_BEFORE_NOUN = 5

# Parts of speech with which another clause begins instead of an argument.
_OPENING = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"})


def ends_of_insertions(view: SentenceView, last: int) -> Iterator[int]:
    """Yield the commas that may end an insertion after an argument and before another one.

    Args:
        view: The sentence.
        last: The last word of the argument, or the comma after its apposition.
    """
    nodes = view.tree.nodes
    opened = last if nodes[last - 1].word.form == "،" else _over_second_name(view, last + 1)
    near = opened + _NEAR - 1
    if opened < len(nodes) and fold(nodes[opened - 1].word.form) in function_words().relatives:
        yield from _commas(view, opened)
        return
    while opened < len(nodes) and nodes[opened - 1].word.upos in _ADVERBIAL and opened not in view.phrases:
        opened += 1
    if (
        opened > near
        or opened >= len(nodes)
        or nodes[opened - 1].word.form != "،"
        or not _is_insertion(view, opened + 1)
    ):
        return
    yield from _commas(view, opened)


def _commas(view: SentenceView, opened: int) -> Iterator[int]:
    """Yield the commas in the rest of a clause after which no other clause begins."""
    nodes = view.tree.nodes
    for node in nodes[opened : opened + _LONGEST]:
        if node.word.form in CLAUSE_BREAKS:
            return
        if node.word.form == "،" and node.index < len(nodes) and nodes[node.index].word.upos not in _OPENING:
            yield node.index


def end_of_insertion(view: SentenceView, last: int, index: int) -> int:
    """Return the comma of the insertion that separates an argument from a word near its end; else the argument's end.

    Args:
        view: The sentence.
        last: The last word of the argument, or the comma after its apposition.
        index: The word.
    """
    comma = comma_before(view, index)
    return comma if comma is not None and comma in ends_of_insertions(view, last) else last


def comma_before(view: SentenceView, index: int) -> int | None:
    """Return the comma near before a word, if neither a name nor another clause begins between them."""
    for node in reversed(view.tree.nodes[max(0, index - _BEFORE_NOUN) : index - 1]):
        if node.word.form == "،":
            return node.index
        if node.word.upos in _OPENING - {"PRON"} or view.at(node.index):
            return None
    return None


def _over_second_name(view: SentenceView, index: int) -> int:
    """Return the word after a name in quotation marks or brackets that begins at a word: «حركة التغيير "كوران"،»."""
    nodes = view.tree.nodes
    if index <= len(nodes) and nodes[index - 1].word.form in OPENING_TOKENS:
        for node in nodes[index : index + _LONGEST_NAME]:
            if node.word.form in CLOSING_TOKENS:
                return node.index + 1
    return index


def _is_insertion(view: SentenceView, first: int) -> bool:
    """Return whether what begins after a comma is an adjunct, a relative clause or a circumstance: «وهو شاعر»."""
    node = view.tree[first]
    if node.word.upos == "CCONJ":
        after = [each.word.upos for each in view.tree.nodes[first : first + 2]]
        return after[:1] == ["PRON"] or after == ["ADP", "PRON"]  # «ومعه نائبه»
    return node.word.upos not in ("VERB", "AUX") and first not in view.phrases
