"""Control: the agent of an event noun that a matrix verb governs is the verb's subject or its object."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, function_words, time_words, verb_frames
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, objects, subject
from graph_builder.relate.sentence.insertions import end_of_insertion
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words without a name between a matrix verb with its arguments and the event noun.
_NEAR = 4


def controllers(view: SentenceView, verb: Node, noun: Node) -> tuple[Actor, ...]:
    """Return the agents of the event `noun` governed by the matrix verb before it; empty if it governs none.

    Verbs such as plan, promise, fail and be able have subject control; ask, charge, warn and hinder have object
    control.
    """
    doer = subject(view, verb)
    last = end_of_insertion(view, max(doer.last, verb.index) if doer else verb.index, noun.index)
    if verb.matches(cues().demanding | cues().accusing | cues().preventing):
        asked = _other(view, verb, last)
        if asked and asked.last > verb.index:
            return asked.actors if _governs(view, asked.last, noun) else ()
        if not verb.matches(cues().failing):
            return ()
    own = verb.matches(cues().planning | cues().failing) or verb.lemma in cues().enabling
    if not own or doer is None or not doer.by_order or doer.actors[-1].last > noun.index:
        return ()
    between = {fold(node.word.form) for node in view.tree.nodes[last : noun.index - 1]}
    if verb.matches(cues().failing) and between & function_words().quantifiers:
        return ()
    return doer.actors if _governs(view, last, noun) else ()


def nominal_controllers(view: SentenceView, noun: Node) -> tuple[Actor, ...]:
    """Return the agents of an event noun that a noun of ability or attempt governs: «نجاح الجيش في تحرير»."""
    before = view.at(noun.index - 2) if noun.index > 3 and view.tree[noun.index - 1].word.upos == "ADP" else None
    if before is None or view.at(noun.index - 1):
        return ()
    first = view.first_coordinated(before)
    head = view.phrase(first).first - 1
    governing = head >= 1 and view.tree[head].matches(cues().enabling_nouns) and not view.tree[head].definite
    return tuple(view.coordinated(first)) if governing else ()


def _other(view: SentenceView, verb: Node, last: int) -> Argument | None:
    """Return the object of a verb of asking, charging or hindering: by its frame, or directly after its subject."""
    places = [frame.objects for frame in verb_frames().get(verb.lemma, ())] or [frozenset({"direct"})]
    return next((found for found in (objects(view, verb, last, each) for each in places) if found), None)


def _governs(view: SentenceView, last: int, noun: Node) -> bool:
    """Return whether only prepositions, adverbs and carrier nouns separate a word from an event noun."""
    between = view.tree.nodes[last : noun.index - 1]
    if noun.index <= last or len(between) > _NEAR:
        return False
    return all(_may_part(view, each) for each in between)


def _may_part(view: SentenceView, node: Node) -> bool:
    if view.at(node.index) or fold(node.word.form) in function_words().adjunct_heads | function_words().lacking:
        return False
    passing = node.matches(cues().light_nouns | function_words().adverbs | time_words().time_expressions)
    return passing or node.word.upos in ("ADP", "ADJ", "ADV", "PRON") or node.word.form in '»«"'
