"""Suppositions and questions: open and counterfactual conditions, and interrogative clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import QUESTION_MARKS, SEMICOLON, SPEECH_STARTS
from graph_builder.lexicon import cues, function_words
from graph_builder.relate.factuality.governors import is_verb
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

Kind = Literal["open", "counterfactual", "asked"]


@dataclass(frozen=True, slots=True)
class Supposition:
    """A condition or question.

    Attributes:
        kind: Open or counterfactual condition, or question.
        first: First word, counted from 1.
        last: Last word, inclusive.
    """

    kind: Kind
    first: int
    last: int


def suppositions(view: SentenceView) -> Iterator[Supposition]:
    """Yield the conditions of a sentence with their main clauses, and its questions."""
    for node in view.tree.nodes:
        if not view.at(node.index):
            yield from _opened_by(view, node)
    last = view.tree[len(view.tree)]
    words = {fold(node.word.form) for node in view.tree.nodes}
    if last.word.form in QUESTION_MARKS and not words & (
        function_words().content_interrogatives | function_words().polar_interrogatives
    ):
        yield Supposition("asked", _last_break(view) + 1, last.index)


def _opened_by(view: SentenceView, node: Node) -> Iterator[Supposition]:
    form = fold(node.word.form)
    before = fold(view.tree[node.index - 1].word.form) if node.index > 1 else ""
    if form in function_words().polar_interrogatives or (
        form in function_words().conditional and before in function_words().interrogative_prefixes
    ):
        yield Supposition("asked", node.index, _end(view, node, whole=True))
    elif form in function_words().averting:
        verb = next((each.index for each in view.verbs if each.index > node.index + 1), len(view.tree))
        yield Supposition("counterfactual", verb, _end(view, node, whole=True))
    elif form in function_words().counterfactual:
        yield Supposition("counterfactual", node.index, _end(view, node, whole=_opens(view, node)))
    elif form in function_words().conditional or _is_if(view, node) or _is_unless(view, node) or _is_case(node, before):
        yield Supposition("open", node.index, _end(view, node, whole=_opens(view, node)))


def _is_if(view: SentenceView, node: Node) -> bool:
    """Return whether «إن» is the conditional particle: directly before a verb or «لم», and not in «ما إن وصل»."""
    soon = node.index > 1 and view.tree[node.index - 1].word.form == "ما"
    if node.word.form not in function_words().inna or node.index == len(view.tree) or soon:
        return False
    after = view.tree[node.index + 1]
    return fold(after.word.form) == "لم" or (is_verb(view, after) and after.word.upos == "VERB")


def _is_unless(view: SentenceView, node: Node) -> bool:
    """Return whether «ما لم» opens a condition: «سنهاجم ما لم تنسحب», not «وهو ما لم تؤكده»."""
    pronoun = node.word.upos == "PRON" and node.word.deprel != "mark"
    if node.word.form != "ما" or pronoun or node.index == len(view.tree):
        return False
    relative = node.index > 1 and view.tree[node.index - 1].word.upos in ("PRON", "DET", "ADP")
    after = view.tree[node.index + 1]
    return not relative and after.token != node.token and fold(after.word.form) == "لم"


def _is_case(node: Node, before: str) -> bool:
    """Return whether a noun introduces a condition: «في حال», «بشرط»."""
    return fold(node.word.form) in function_words().conditional_nouns and before in function_words().case_prepositions


def _opens(view: SentenceView, node: Node) -> bool:
    """Return whether a condition opens its sentence or clause, so that the main clause follows."""
    before = [each for each in view.tree.nodes[: node.index - 1] if each.word.upos not in ("CCONJ", "ADP", "PUNCT")]
    return (
        not before
        or fold(before[-1].word.form) in function_words().complementizers
        or before[-1].index < node.index - 2
    )


def _end(view: SentenceView, node: Node, whole: bool) -> int:
    """Return the last word of a condition or question; if `whole`, that of the main clause after it."""
    for each in view.tree.nodes[node.index :]:
        joint = each.word.form in ("و", "،") and each.index < len(view.tree)
        after = view.tree[each.index + 1] if joint else None
        spoken = after is not None and is_verb(view, after) and after.lemma in cues().speech
        if each.word.form == SEMICOLON or (spoken and each.word.form == "و"):
            return each.index - 1
        if not whole and (each.word.form == "،" or (each.word.form == "و" and after and is_verb(view, after))):
            return each.index - 1
    return len(view.tree)


def _last_break(view: SentenceView) -> int:
    """Return the last clause boundary of a sentence: a colon, a semicolon or a quotation mark; 0 if there is none."""
    return max((each.index for each in view.tree.nodes if each.word.form in SPEECH_STARTS), default=0)
