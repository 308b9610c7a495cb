"""Who did what to whom: verbs by their frames, and meetings by their nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, frames
from graph_builder.relate.arguments import Argument, behind_deed, objects, participants, place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.scene import Actor, Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node
from graph_builder.values import Modality, Polarity

# What one can do to what somebody does, and so to them.
_STANCES = frozenset({"support", "accuse", "reject", "protest"})


def events(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """What the verbs and meetings of a sentence state, each as the sentence means it."""
    for verb in scene.tree.nodes:
        if verb.word.upos == "VERB" and "Voice=Pass" not in verb.word.feats:
            yield from _of_verb(scene, verb, statements)
        elif verb.is_a(cues().meetings):
            yield from _of_meeting(scene, verb, statements)


def _of_verb(scene: Scene, verb: Node, statements: Sequence[Statement]) -> Iterator[Claim]:
    for frame in frames().get(verb.lemma, ()):
        doer = subject(scene, verb)
        if doer is None:
            return
        other = objects(scene, verb, doer.last, frame.objects)
        deed = None
        if other is None and frame.predicate in _STANCES:
            other = deed = behind_deed(scene, verb, doer.last, frame.objects)
        if other is None or set(other.actors) & set(doer.actors):
            continue
        place = place_of(scene, verb, other.last)
        rule = "verb_and_deed" if deed else _rule(doer, other)
        for agent in doer.actors:
            for patient in other.actors:
                claim = Claim(
                    agent.entity, frame.predicate, patient.entity, evidence(scene, verb.index, verb.index, rule)
                )
                yield _meant(scene, verb, replace(claim, place=place.entity if place else None), statements)
        if place and frame.predicate == "consult":
            proof = evidence(scene, verb.index, place.last if place.last > verb.index else verb.index, "place_of_event")
            for actor in (*doer.actors, *other.actors):
                yield _meant(scene, verb, Claim(actor.entity, "present_in", place.entity, proof), statements)


def _rule(doer: Argument, other: Argument) -> str:
    if doer.by_order and other.by_order:
        return "verb_order_and_parse" if doer.by_parse and other.by_parse else "verb_order"
    return "verb_parse"


def _of_meeting(scene: Scene, noun: Node, statements: Sequence[Statement]) -> Iterator[Claim]:
    """«في لقاء مع», «خلال استقباله»: the subject of the clause meets who follows; «بين» names both sides."""
    ends = min(noun.index + 4, len(scene.tree))
    pronoun = noun.index < len(scene.tree) and scene.tree[noun.index + 1].word.upos == "PRON"
    for index in range(noun.index + 1, ends + 1):
        form = fold(scene.tree[index].word.form)
        if form == "بين":
            sides = list(participants(scene, index + 1))
            for left, right in pairwise(sides):
                proof = evidence(scene, noun.index, noun.index, "meeting_between")
                yield _meant(scene, noun, Claim(left.entity, "consult", right.entity, proof), statements)
            return
        if form in ("مع", "ب") or (pronoun and index == noun.index + 1):
            others = list(participants(scene, index + 1))
            host = _host(scene, noun.index) if others else None
            for other in others if host else ():
                proof = evidence(scene, noun.index, index, "meeting_with")
                claim = Claim(host.entity, "consult", other.entity, proof) if host else None
                if claim and other.kind == "PER":
                    yield claim
            if others:
                return


def _host(scene: Scene, index: int) -> Actor | None:
    """The subject of the nearest verb before a word."""
    for verb in reversed(scene.tree.nodes[: index - 1]):
        if verb.word.upos == "VERB":
            found = subject(scene, verb)
            return found.actors[0] if found and found.by_order and found.actors[0].first < index else None
    return None


def _meant(scene: Scene, node: Node, claim: Claim, statements: Sequence[Statement]) -> Claim:
    """The claim with its polarity, its modality and whose words it is."""
    before = scene.tree[node.index - 1] if node.index > 1 else None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    speaker = None
    for statement in statements:
        if statement.opened < node.index and statement.verb != node.index:
            speaker, modality = statement.speaker.entity, "reported"
    if before and node.word.upos == "VERB":
        particle = fold(before.word.form)
        polarity = "negated" if particle in cues().negations else "affirmed"
        modality = "future" if particle in cues().postponing else modality
    if speaker in (claim.subject, claim.object):
        speaker = None
        modality = "asserted" if modality == "reported" else modality
    return replace(claim, polarity=polarity, modality=modality, attributed_to=speaker)
