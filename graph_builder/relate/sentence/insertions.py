"""Insertions between commas, which separate the arguments of a verb: «حث غوتيريش، في كلمة له أمس، إثيوبيا على»."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.punctuation import CLAUSE_BREAKS
from graph_builder.relate.sentence.view import SentenceView

# The longest insertion, in words.
_LONGEST = 32

# Parts of speech of adverbs and adjectives between an argument and the comma, and the farthest comma, in words.
_ADVERBIAL, _NEAR = frozenset({"ADV", "ADJ", "NOUN"}), 3

# Parts of speech with which another clause begins instead of an argument.
_OPENING = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"})


def ends_of_insertions(view: SentenceView, last: int) -> Iterator[int]:
    """Yield the commas that may end an insertion after an argument and before another one.

    Args:
        view: The sentence.
        last: The last word of the argument, or the comma after its apposition.
    """
    nodes = view.tree.nodes
    opened = last if nodes[last - 1].word.form == "،" else last + 1
    while opened < len(nodes) and nodes[opened - 1].word.upos in _ADVERBIAL and opened not in view.phrases:
        opened += 1
    if (
        opened - last > _NEAR
        or opened >= len(nodes)
        or nodes[opened - 1].word.form != "،"
        or not _is_insertion(view, opened + 1)
    ):
        return
    for node in nodes[opened : opened + _LONGEST]:
        if node.word.form in CLAUSE_BREAKS:
            return
        if node.word.form == "،" and node.index < len(nodes) and nodes[node.index].word.upos not in _OPENING:
            yield node.index


def _is_insertion(view: SentenceView, first: int) -> bool:
    """Return whether what begins after a comma is an adjunct, a relative clause or a circumstance: «وهو شاعر»."""
    node = view.tree[first]
    if node.word.upos == "CCONJ":
        return first < len(view.tree) and view.tree[first + 1].word.upos == "PRON"
    return node.word.upos not in ("VERB", "AUX") and first not in view.phrases
