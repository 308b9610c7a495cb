"""Events whose patient is the subject: «اعتقل فلان على يد الشرطة», «تعرضت المدينة لقصف روسي», «قتل في غارة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, Frame, cues, function_words, time_words, verb_frames
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.rules.nominal_agents import nominal_agents, verb_before
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, after_possessed_noun, agent_phrase, participants, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Rules by which an event noun states its agents itself, without a verb.
_OWN_AGENTS = frozenset({"nominal_agent", "nominal_agent_phrase", "nominal_country", "nominal_passive"})


def passive_events(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield the events of verbs whose agent follows a phrase of agency: «اعتقل فلان من قبل الشرطة»."""
    for verb in view.verbs:
        frames = [frame for frame in verb_frames().get(verb.lemma, ()) if DIRECT in frame.objects]
        patient = subject(view, verb) if frames else None
        doer = agent_phrase(view, max(patient.last, verb.index)) if patient and patient.by_order else None
        if patient is None or doer is None or _has_object(view, patient, doer):
            continue
        for frame, agent, other in product(frames, doer.actors, patient.actors):
            proof = evidence(view, verb.index, verb.index, "verb_passive")
            yield from qualified(
                view, verb, verb, Extraction(agent.entity, frame.predicate, other.entity, proof), quotations
            )


def _has_object(view: SentenceView, patient: Argument, doer: Argument) -> bool:
    """Return whether an actor without a preposition separates a subject from the agent, so that the verb is active."""
    between = [actor for actor in view.actors if patient.last < actor.first < doer.actors[0].first]
    starts = [view.phrase(actor).first for actor in between]
    return any(view.tree[first - 1].word.upos != "ADP" for first in starts)


def undergone_event(
    view: SentenceView, noun: Node, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Extraction]:
    """Yield an event noun's event, with the subject of the verb before it as the patient.

    The verb is one of undergoing, «تعرضت صنعاء لقصف», of receiving, «تلقى الجيش مساعدات أمريكية», or of
    dying, «قتل الزرقاوي في غارة أمريكية».
    """
    verb = verb_before(view, noun)
    patient = subject(view, verb) if verb else None
    if verb is None or patient is None or not patient.by_order or not _undergoes(view, verb, patient, noun, frame):
        return
    proof = evidence(view, verb.index, noun.index, "undergone_event")
    for agent, other in product(_agents(view, noun, frame), patient.actors):
        extraction = Extraction(agent.entity, frame.predicate, other.entity, proof)
        yield from qualified(view, verb, verb, extraction, quotations)


def _undergoes(view: SentenceView, verb: Node, patient: Argument, noun: Node, frame: Frame) -> bool:
    before = view.tree[noun.index - 1]
    form = fold(before.word.form)
    if verb.matches(cues().undergoing) and form == "ل":
        return True
    if verb.matches(cues().receiving) and not frame.stated.symmetric:
        return before.index == max(patient.last, verb.index) or form == fold("على")
    if not (verb.matches(cues().dying) and frame.stated.adversarial and form in function_words().causal_prepositions):
        return False
    # «قتل الجيش مسلحين في غارة»: with an object, the verb is active; «لقي مصرعه» has none.
    between = view.tree.nodes[max(patient.last, verb.index) : before.index - 1]
    return all(
        node.word.upos == "PRON" or node.matches(cues().dying | time_words().time_expressions) for node in between
    )


def _agents(view: SentenceView, noun: Node, frame: Frame) -> tuple[Actor, ...]:
    """Return the agents in the phrase of an event noun, or after «من»: «لقصف من طائرات التحالف»."""
    agency = nominal_agents(view, noun, frame)
    if agency.rule in _OWN_AGENTS:
        return agency.agents
    index = noun.index + 1
    while index < len(view.tree) and view.tree[index].word.upos == "ADJ":
        index += 1
    if index >= len(view.tree) or view.tree[index].word.form != "من":
        return ()
    owned = after_possessed_noun(view, index, frozenset({DIRECT}))
    return owned.actors if owned else tuple(participants(view, index + 1))
