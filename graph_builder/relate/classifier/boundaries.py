"""Reject classified extractions whose arguments belong to another clause than the trigger, or to another phrase."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, function_words, people, predicates, verb_frames
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, subject
from graph_builder.relate.sentence.titles import is_of_kin
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


def crosses_boundary(view: SentenceView, trigger: Node, found: Extraction, extractions: Sequence[Extraction]) -> bool:
    """Return whether an argument lies in another clause than the trigger, or in a phrase about another entity.

    Args:
        view: The sentence.
        trigger: The trigger of the extraction.
        found: The extraction of the classifier.
        extractions: The extractions of the rules in the sentence.
    """
    if any(_is_explained(view, trigger, extraction, found) for extraction in extractions):
        return True
    if _is_held_by_another(view, found):
        return True
    if predicates()[found.predicate].lasting:
        return False
    if _are_contrasted(view, found) or _are_separated(view, found):
        return True
    for end, other in ((found.subject, found.object), (found.object, found.subject)):
        named = [actor for actor in view.actors if actor.entity == end]
        if named and all(_is_in_next_clause(view, trigger, actor) for actor in named):
            return True
        if named and all(_acts_instead(view, trigger, actor, other) for actor in named):
            return True
        if named and all(actor.kind == "PER" and is_of_kin(view, actor) for actor in named):
            return True
    return False


def _is_held_by_another(view: SentenceView, found: Extraction) -> bool:
    """Return whether the office after a person with a title is somebody else's: «هنأ الملك سلمان الرئيس المصري»."""
    if found.predicate != "holds_position":
        return False
    persons = [actor for actor in view.actors if actor.entity == found.subject]
    ends = {actor.last + 1 for actor in persons if view.phrase(actor).first < actor.first}
    meant = [actor for actor in view.actors if actor.entity == found.object]
    return bool(meant) and all(
        not actor.named and actor.first in ends and view.tree[actor.first].matches(people().offices) for actor in meant
    )


def _are_contrasted(view: SentenceView, found: Extraction) -> bool:
    """Return whether a contrasting conjunction stands between the arguments: «… على تدمر فيما غادر كيري عمان»."""
    ends = [[a.first for a in view.actors if a.entity == end] for end in (found.subject, found.object)]
    words = [n.index for n in view.tree.nodes if fold(n.word.form) in function_words().contrasting]
    apart = [any(min(a, b) < word < max(a, b) for word in words) for a, b in product(*ends)]
    return bool(apart) and all(apart)


def _are_separated(view: SentenceView, found: Extraction) -> bool:
    """Return whether a verb with «و» and a subject of its own divides the arguments: «زار بوتين كابل وغادر كيري عمان».

    The name after a transitive verb may be its object instead: «زار بوتين كابل والتقى كرزاي».
    """
    one, other = ([a for a in view.actors if a.entity == end] for end in (found.subject, found.object))
    if not one or not other:
        return False
    earlier, later = sorted((one, other), key=lambda actors: actors[0].first)
    end = max(actor.last for actor in earlier)
    for verb in view.verbs:
        between = view.tree.nodes[end : verb.index - 1]
        if not between or between[-1].word.form not in ("و", "ف") or verb.index > later[0].first:
            continue
        opened = any(fold(node.word.form) in function_words().complementizers for node in between)
        doer = None if opened else subject(view, verb)
        if not doer or not doer.by_order or _may_be_object(verb, doer):
            continue
        if not {found.subject, found.object} & {actor.entity for actor in doer.actors}:
            return True
    return False


def _may_be_object(verb: Node, doer: Argument) -> bool:
    """Return whether a verb takes direct objects of the kind of its supposed subject."""
    kinds = {actor.kind for actor in doer.actors}
    frames = verb_frames().get(verb.lemma, ())
    return any(DIRECT in frame.objects and kinds & frame.stated.object for frame in frames)


def _is_in_next_clause(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether an actor belongs to a clause after that of the trigger."""
    later = actor.first > trigger.index and view.opens_clause(actor)
    return later or _is_set_beside(view, trigger, actor) or _acts_later(view, trigger, actor)


def _is_set_beside(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether a contrasting conjunction separates an actor from a preceding trigger: «بينما غادر كيري»."""
    between = view.tree.nodes[trigger.index : actor.first - 1]
    return any(fold(node.word.form) in function_words().contrasting for node in between)


def _acts_later(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether an actor is the subject of a later verb whose clause opens with «و»: «ورفضت حماس»."""
    for verb in view.verbs:
        if not trigger.index < verb.index < actor.first:
            continue
        between = view.tree.nodes[trigger.index : verb.index - 1]
        joined = view.tree[verb.index - 1].word.form in ("و", "ف")
        opened = any(fold(node.word.form) in function_words().complementizers for node in between)
        doer = subject(view, verb) if joined and not opened else None
        if doer and actor in doer.actors:
            return True
    return False


def _acts_instead(view: SentenceView, trigger: Node, actor: Actor, other: str) -> bool:
    """Return whether an actor is the subject of the trigger, whose clause begins after the supposed subject."""
    verb = next((verb for verb in view.verbs if verb.index == trigger.index), None)
    if verb is None or verb.index == 1 or view.tree[verb.index - 1].word.form not in ("و", "ف"):
        return False
    doer = subject(view, verb)
    before = all(each.last < verb.index for each in view.actors if each.entity == other)
    return doer is not None and doer.by_order and actor in doer.actors and before


def _is_explained(view: SentenceView, trigger: Node, extraction: Extraction, found: Extraction) -> bool:
    """Return whether an extraction of a rule with the same trigger and predicate contradicts the one found.

    This is so if they differ in one argument and a verb stands between the differing arguments, which therefore belong
    to different clauses: «هاجم داعش كركوك بينما استعادت البيشمركة سنجار». It is also so if they differ in the subject,
    which a pronoun after the trigger refers to: «شكر أردوغان قطر على دعمها لتركيا».
    """
    same_word = (
        extraction.evidence.trigger_start == found.evidence.trigger_start and extraction.predicate == found.predicate
    )
    other, instead = ({each.subject, each.object} for each in (extraction, found))
    if not same_word or len(other & instead) != 1:
        return False
    if extraction.object == found.object and _has_possessor(view, trigger):
        return True
    ends = [[a.first for a in view.actors if a.entity in ids] for ids in (other - instead, instead - other)]
    if not all(ends):
        return not ends[1]
    low, high = sorted(min(places) for places in ends)
    return any(low < verb.index < high for verb in view.verbs)


def _has_possessor(view: SentenceView, trigger: Node) -> bool:
    """Return whether a pronoun is suffixed to a noun: «دعمها»."""
    after = view.tree[trigger.index + 1] if trigger.index < len(view.tree) else None
    suffixed = after is not None and after.token == trigger.token and after.word.upos == "PRON"
    return suffixed and trigger.word.upos == "NOUN"
