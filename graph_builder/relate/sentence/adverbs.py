"""Adverbs and expressions of time, which may stand between a verb and its arguments."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import function_words, time_words
from graph_builder.syntax import Node


def is_adverbial(node: Node) -> bool:
    """Return whether a word is an adverb or part of an expression of time."""
    return fold(node.word.form) in function_words().adverbs or node.matches(time_words().time_expressions)
