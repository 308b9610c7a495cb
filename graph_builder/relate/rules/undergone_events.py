"""Rules for events whose patient is the subject of another verb."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, function_words, time_words
from graph_builder.relate.clauses.nominal import NominalEvent, givers, own_agents
from graph_builder.relate.clauses.nominal_agents import verb_before
from graph_builder.relate.clauses.verbal import VerbalClause
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.arguments import Argument, subject
from graph_builder.relate.sentence.indirect_arguments import giver, possessor
from graph_builder.relate.sentence.insertions import end_of_insertion, ends_of_insertions
from graph_builder.syntax import Node


@rule(NominalEvent)
def undergone_event(event: NominalEvent) -> Iterator[Match]:
    """The subject of a verb of undergoing, receiving or dying is the patient of an event: «تعرضت صنعاء لقصف روسي»."""
    verb = verb_before(event.view, event.noun)
    patient = subject(event.view, verb) if verb else None
    if verb is None or patient is None or not patient.by_order:
        return
    source = giver(event.view, verb, patient) if verb.matches(cues().receiving) else None
    source = source if source and source.by_order else None
    if not _undergoes(event, verb, patient, source):
        return
    given = source.actors if source and not event.frame.stated.adversarial else ()
    for agent, other in product(own_agents(event) or given, patient.actors):
        predicate = event.frame.predicate
        yield Match(agent.entity, predicate, other.entity, verb.index, event.noun.index, word=verb)


@rule(VerbalClause)
def place_in_hands(clause: VerbalClause) -> Iterator[Match]:
    """Who follows a phrase of possession controls the place that is the subject: «سقطت تعز في أيدي المتمردين»."""
    held = clause.subject
    if held is None or not held.by_order or not clause.verb.matches(cues().changing_hands):
        return
    ends = (max(held.last, clause.verb.index), *ends_of_insertions(clause.view, held.last))
    owner = next((found for found in (possessor(clause.view, last) for last in ends) if found), None)
    for agent, place in product(owner.actors if owner else (), held.actors):
        if place.kind == "LOC":
            yield Match(agent.entity, "control", place.entity, clause.verb.index, clause.verb.index, clause.verb)


def _undergoes(event: NominalEvent, verb: Node, patient: Argument, source: Argument | None) -> bool:
    """Return whether a verb states that its subject undergoes an event; the giver, `source`, may precede the noun.

    The verb is one of undergoing, «تعرضت صنعاء لقصف», of receiving, «تلقى الجيش مساعدات أمريكية», of enjoying, «يحظى
    حفتر بدعم روسيا», or of dying, «قتل الزرقاوي في غارة أمريكية».
    """
    view, stated = event.view, event.frame.stated
    before = view.tree[event.noun.index - 1]
    last = end_of_insertion(view, max(patient.last, verb.index), event.noun.index)
    form = fold(before.word.form)
    if verb.matches(cues().undergoing) and form == "ل":
        return True
    if verb.matches(cues().receiving) and not stated.symmetric:
        behind_giver = source is not None and before.index == source.last
        first = before.index == last
        gift = stated.assisting and not event.noun.definite and event.patients is None and bool(givers(event))
        return behind_giver or first or form == fold("على") or gift
    if verb.matches(cues().enjoying) and stated.assisting and form == "ب":
        return before.index - 1 == last
    if not (verb.matches(cues().dying) and stated.adversarial and form in function_words().causal_prepositions):
        return False
    # «قتل الجيش مسلحين في غارة»: with an object, the verb is active; «لقي مصرعه» has none.
    between = view.tree.nodes[last : before.index - 1]
    return all(
        node.word.upos == "PRON" or node.matches(cues().dying | time_words().time_expressions) for node in between
    )
