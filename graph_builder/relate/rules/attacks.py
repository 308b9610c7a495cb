"""Rules for attacks: those killed in them, their targets, and the places where they happen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, cues, function_words
from graph_builder.relate.clauses.nominal import NominalEvent, own_agents
from graph_builder.relate.clauses.verbal import VerbalEvent
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.adjuncts import over_adjuncts
from graph_builder.relate.sentence.arguments import argument_of, participants, place_after
from graph_builder.relate.sentence.indirect_arguments import after_possessed_noun, over_adjectives
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


@rule(NominalEvent)
def killed_in_event(event: NominalEvent) -> Iterator[Match]:
    """The genitive of a noun of dying is the patient of an event: «مقتل ستة من عناصر داعش في غارة للتحالف»."""
    view, noun = event.view, event.noun
    before = view.tree[noun.index - 1] if noun.index > 1 else noun
    if not event.frame.stated.adversarial or fold(before.word.form) not in function_words().causal_prepositions:
        return
    for death in reversed(view.tree.nodes[: before.index - 1]):
        victims = tuple(participants(view, death.index + 1)) if death.matches(cues().deaths) else ()
        if victims:
            near = before.index in (victims[-1].last + 1, over_adjuncts(view, victims[-1].last + 1))
            for agent, other in product(own_agents(event), victims if near else ()):
                yield Match(agent.entity, event.frame.predicate, other.entity, death.index, noun.index, noun)
            return


@rule(NominalEvent)
def event_with_target(event: NominalEvent) -> Iterator[Match]:
    """The object of a verb whose subject is an event noun is its patient: «شن التحالف غارات استهدفت مواقع داعش»."""
    view, index = event.view, event.agents.after
    if not event.frame.stated.adversarial or not event.agents.actors:
        return
    while index < len(view.tree) and _may_precede_target(view, view.tree[index]):
        index += 1
    verb = next((each for each in view.verbs if each.index == index and each.matches(cues().targeting)), None)
    if verb is None:
        return
    last = over_adjuncts(view, index + 1) - 1
    direct = frozenset({DIRECT})
    found = argument_of(view, view.phrases.get(last + 1), None, index) or after_possessed_noun(view, last, direct)
    for agent, other in product(event.agents.actors, found.actors if found else ()):
        yield Match(agent.entity, event.frame.predicate, other.entity, event.noun.index, index, verb)


def _may_precede_target(view: SentenceView, node: Node) -> bool:
    """Return whether a word may stand between an event noun with its agent and the verb whose subject it is."""
    relative = fold(node.word.form) in function_words().relatives | {"،"}
    return relative or (node.word.upos in ("ADJ", "ADV") and not view.at(node.index))


@rule(VerbalEvent, NominalEvent)
def attack_on_place(event: VerbalEvent | NominalEvent) -> Iterator[Match]:
    """Who attacks something in a place attacks the place: «قصف التحالف مواقع في تعز», «شن غارات في لحج»."""
    if not event.frame.stated.adversarial:
        return
    view = event.view
    if isinstance(event, VerbalEvent):
        attacks = event.verb.matches(cues().targeting) and event.patient is not None and event.agent.by_order
        agents, place = (event.agent.actors if attacks else ()), event.place
        last, word, verb = event.verb.index, event.verb, None
    else:
        struck = event.noun.matches(cues().agentive_nouns) and (
            event.patients is None or event.patients.role != "sides"
        )
        agents = event.agents.actors if struck else ()
        place = event.place or place_after(view, over_adjectives(view, event.agents.after) - 1)
        last, word, verb = event.noun.index, event.noun, event.agents.verb
    for agent, where in product(agents, view.places_from(place) if place and not view.is_country(place) else ()):
        yield Match(agent.entity, event.frame.predicate, where.entity, last, last, word, verb)
