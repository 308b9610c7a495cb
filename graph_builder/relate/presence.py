"""Who is where: people and bodies when they do what a verb says, and bodies that stand beside a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import bodies
from graph_builder.relate.actor import Actor
from graph_builder.relate.arguments import place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.factuality import qualified
from graph_builder.relate.scene import CLOSING, Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node

_WITHIN = frozenset({"في", "ب", "داخل"})
_ENDING = frozenset(':؛«“"')
_FARTHEST = 9


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
                yield from qualified(
                    scene, verb, verb, Claim(actor.entity, "present_in", where.entity, proof), statements
                )


def stations(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Bodies that are said to be at a place: «جبهة النصرة في حلب», «عمليات الجيش المستمرة منذ أيام في تدمر»."""
    speakers = {statement.speaker for statement in statements}
    for actor in scene.actors:
        index = _place_beside(scene, actor, far=actor not in speakers)
        phrase = scene.phrases.get(index + 1) if index and actor.kind == "ORG" else None
        own = phrase and scene.is_country(phrase.actor) and scene.tree[actor.first].is_a(bodies().of_states)
        if index and phrase and phrase.actor.kind == "LOC" and not own:
            rule = "body_at_place" if _is_beside(scene, actor, index) else "body_near_place"
            proof = evidence(scene, actor.first, phrase.last, rule)
            for where in scene.places_from(phrase.actor):
                claim = Claim(actor.entity, "present_in", where.entity, proof)
                yield from qualified(scene, scene.tree[actor.first], scene.tree[actor.first], claim, statements)


def _place_beside(scene: Scene, actor: Actor, far: bool) -> int | None:
    """The preposition before a place beside a name or, if that may be, further on, with nobody else between the two."""
    for node in scene.tree.nodes[actor.last : actor.last + _FARTHEST]:
        if fold(node.word.form) in _WITHIN and node.index < len(scene.tree):
            beside = _is_beside(scene, actor, node.index)
            return node.index if beside or (far and node.index + 1 in scene.phrases) else None
        ends = node.word.upos in ("VERB", "SCONJ", "CCONJ") or node.word.form in _ENDING
        if ends or scene.at(node.index):
            return None
    return None


def _is_beside(scene: Scene, actor: Actor, index: int) -> bool:
    """Whether nothing stands between a name and a word but what closes its quotation marks or says more of it."""
    return all(_goes_with(node) for node in scene.tree.nodes[actor.last : index - 1])


def _goes_with(node: Node) -> bool:
    """Whether a word behind a name closes its quotation marks or says more of it."""
    return (node.definite and node.word.upos == "ADJ") or node.word.form in CLOSING
