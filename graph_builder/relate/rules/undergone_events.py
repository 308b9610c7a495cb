"""Rule for events whose patient is the subject of another verb."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, cues, function_words, time_words
from graph_builder.relate.clauses.nominal import NominalEvent
from graph_builder.relate.clauses.nominal_agents import OWN_AGENTS, verb_before
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, participants, subject
from graph_builder.relate.sentence.indirect_arguments import after_possessed_noun, giver
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
    for agent, other in product(_agents(event) or given, patient.actors):
        predicate = event.frame.predicate
        yield Match(agent.entity, predicate, other.entity, verb.index, event.noun.index, word=verb)


def _undergoes(event: NominalEvent, verb: Node, patient: Argument, source: Argument | None) -> bool:
    """Return whether a verb states that its subject undergoes an event; the giver, `source`, may precede the noun.

    The verb is one of undergoing, «تعرضت صنعاء لقصف», of receiving, «تلقى الجيش مساعدات أمريكية», of enjoying, «يحظى
    حفتر بدعم روسيا», or of dying, «قتل الزرقاوي في غارة أمريكية».
    """
    view, stated = event.view, event.frame.stated
    before = view.tree[event.noun.index - 1]
    form = fold(before.word.form)
    if verb.matches(cues().undergoing) and form == "ل":
        return True
    if verb.matches(cues().receiving) and not stated.symmetric:
        behind_giver = source is not None and before.index == source.last
        first = before.index == max(patient.last, verb.index)
        gift = stated.assisting and not event.noun.definite and event.patients is None and bool(_givers_after(event))
        return behind_giver or first or form == fold("على") or gift
    if verb.matches(cues().enjoying) and stated.assisting and form == "ب":
        return before.index - 1 == max(patient.last, verb.index)
    if not (verb.matches(cues().dying) and stated.adversarial and form in function_words().causal_prepositions):
        return False
    # «قتل الجيش مسلحين في غارة»: with an object, the verb is active; «لقي مصرعه» has none.
    between = view.tree.nodes[max(patient.last, verb.index) : before.index - 1]
    return all(
        node.word.upos == "PRON" or node.matches(cues().dying | time_words().time_expressions) for node in between
    )


def _agents(event: NominalEvent) -> tuple[Actor, ...]:
    """Return the agents in the phrase of an event noun, or after «من»: «لقصف من طائرات التحالف»."""
    if event.agents.role in OWN_AGENTS:
        return event.agents.actors
    return _givers_after(event)


def _givers_after(event: NominalEvent) -> tuple[Actor, ...]:
    """Return the agents after «من» that follows an event noun: «هبة من الولايات المتحدة»."""
    view, index = event.view, event.noun.index + 1
    while index < len(view.tree) and view.tree[index].word.upos == "ADJ":
        index += 1
    if index >= len(view.tree) or view.tree[index].word.form != "من":
        return ()
    owned = after_possessed_noun(view, index, frozenset({DIRECT}))
    return owned.actors if owned else tuple(participants(view, index + 1))
