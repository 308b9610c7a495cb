"""Times to come: whether an event is to happen at a future time that its clause names."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ARGUMENT_BREAKS
from graph_builder.lexicon import function_words, time_words
from graph_builder.relate.factuality.governors import as_verb, is_verb
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words between a future time expression and its noun.
_TIME = 3


def is_to_come(view: SentenceView, node: Node) -> bool:
    """Return whether the clause of a word contains a future time expression: «غدا», «الأسبوع المقبل»."""
    first, last = node.index, node.index
    while first > 1 and not parts_clauses(view, view.tree[first - 1]):
        first -= 1
    while last < len(view.tree) and not parts_clauses(view, view.tree[last + 1]):
        last += 1
    return any(_names_time_to_come(view, each) for each in view.tree.nodes[first - 1 : last])


def is_scheduled(view: SentenceView, noun: Node) -> bool:
    """Return whether the verb before a noun in its clause is to happen at a future time: «تستضيف القاهرة غدا لقاء»."""
    for before in reversed(view.tree.nodes[: noun.index - 1]):
        if is_verb(view, before):
            verb = as_verb(view, before.index)
            return "Aspect=Perf" not in verb.word.feats and is_to_come(view, verb)
        adjunct = fold(before.word.form) in _adjunct_heads()
        if adjunct or parts_clauses(view, before):
            return False
    return False


def parts_clauses(view: SentenceView, node: Node) -> bool:
    """Return whether a word separates two clauses."""
    return is_verb(view, node) or node.word.upos == "SCONJ" or node.word.form in ARGUMENT_BREAKS


def _names_time_to_come(view: SentenceView, node: Node) -> bool:
    if fold(node.word.form) in time_words().future_adverbs and not view.at(node.index):
        return True
    before = view.tree.nodes[max(node.index - 1 - _TIME, 0) : node.index - 1]
    spans = any(
        each.matches(time_words().time_nouns | time_words().time_expressions)
        or fold(each.word.form) in time_words().months
        for each in before
    )
    if node.matches(time_words().future_adjectives) and spans:
        return True
    return _is_span_hence(view, node)


def _is_span_hence(view: SentenceView, node: Node) -> bool:
    """Return whether a span of time from now ends with a word: «بعد أسبوعين»; not «بعد عام 2011», «بعد يومين من»."""
    if node.index == 1 or view.tree[node.index - 1].word.form != "بعد" or node.definite:
        return False
    after = view.tree[node.index + 1] if node.index < len(view.tree) else None
    dated = after is not None and (after.word.upos in ("NUM", "ADP") or after.definite or after.word.form == "من")
    return node.matches(time_words().spans) and not dated


def _adjunct_heads() -> frozenset[str]:
    """Return the prepositions before events that are no complement of the verb: «خلال لقاء»."""
    return function_words().adjunct_heads | (function_words().occasion_prepositions - {"في"})
