"""Untruth: reports that a sentence declares untrue, and who does so."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import DENIAL_BREAKS
from graph_builder.lexicon import cues, function_words
from graph_builder.relate.sentence.arguments import denied
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


def is_declared_untrue(view: SentenceView) -> bool:
    """Return whether a sentence declares a report untrue: «لا صحة لما», «عارية عن الصحة»."""
    for each in view.tree.nodes:
        if each.matches(cues().untrue) and not view.at(each.index):
            return True
        if each.matches(cues().truth):
            near = view.tree.nodes[max(each.index - 3, 0) : each.index - 1]
            before = {fold(other.word.form) for other in near} | {other.lemma for other in near}
            if before & function_words().negations or denier_of_truth(view, each):
                return True
    return False


def denier_of_truth(view: SentenceView, noun: Node) -> Node | None:
    """Return the verb of denial before an indefinite noun for truth: «نفى مصدر في وزارة الدفاع صحة ما»."""
    if noun.definite or view.at(noun.index):  # «نفت وزارة الصحة»
        return None
    verb = next((each for each in reversed(view.verbs) if each.index < noun.index), None)
    if verb is None or not verb.matches(cues().denying) or denied(view, verb):
        return None
    apart = any(node.word.form in DENIAL_BREAKS for node in view.tree.nodes[verb.index : noun.index - 1])
    return None if apart else verb


def opens_with_untruth(view: SentenceView, node: Node) -> bool:
    """Return whether a declaration of untruth precedes a word without punctuation between them."""
    words = [each for each in view.tree.nodes[: node.index - 1] if each.matches(cues().truth | cues().untrue)]
    return bool(words) and not any(
        each.word.form in DENIAL_BREAKS for each in view.tree.nodes[words[0].index : node.index - 1]
    )
