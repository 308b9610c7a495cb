"""Who is where: people and bodies when they do what a verb says, and bodies that stand beside a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import bodies
from graph_builder.relate.arguments import place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.meaning import meant
from graph_builder.relate.scene import CLOSING, Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node


def presence(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Where people and bodies are when they do what a verb says: «قال لافروف في موسكو»."""
    for verb in scene.verbs:
        doer = subject(scene, verb) if "Voice=Pass" not in verb.word.feats else None
        if doer is None or not doer.by_order or doer.actors[0].kind == "LOC":
            continue
        place = place_of(scene, verb, doer.last)
        if place:
            proof = evidence(scene, verb.index, place.last if place.last > verb.index else verb.index, "place_of_doer")
            for actor, where in product(doer.actors, scene.places_from(place)):
                yield meant(scene, verb, verb, Claim(actor.entity, "present_in", where.entity, proof), statements)


def stations(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Bodies that are said to be at a place: «جبهة النصرة في حلب», «القوات الروسية العاملة في سوريا»."""
    for actor in scene.actors:
        index = actor.last + 1
        while index < len(scene.tree) and _goes_with(scene.tree[index]):
            index += 1
        if actor.kind != "ORG" or index >= len(scene.tree) or fold(scene.tree[index].word.form) not in ("في", "ب"):
            continue
        phrase = scene.phrases.get(index + 1)
        own = phrase and scene.is_country(phrase.actor) and scene.tree[actor.first].is_a(bodies().of_states)
        if phrase and phrase.actor.kind == "LOC" and not own:
            proof = evidence(scene, actor.first, phrase.last, "body_at_place")
            for where in scene.places_from(phrase.actor):
                claim = Claim(actor.entity, "present_in", where.entity, proof)
                yield meant(scene, scene.tree[actor.first], scene.tree[actor.first], claim, statements)


def _goes_with(node: Node) -> bool:
    """Whether a word behind a name closes its quotation marks or says more of it."""
    return (node.definite and node.word.upos == "ADJ") or node.word.form in CLOSING
