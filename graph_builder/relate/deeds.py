"""Who did what to whom, by nouns for deeds: «هجوم داعش على تدمر», «عقد لقاء مع», «خلال استقباله», «اجتماع بين»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, Frame, cues, predicates
from graph_builder.lexicon import deeds as deed_frames
from graph_builder.relate.arguments import participants, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.meaning import meant
from graph_builder.relate.scene import Actor, Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node

# So many words at most stand between a noun and its preposition.
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does the deed that a noun names, by which rule, the verb that lends it, and the first word behind them."""

    agents: tuple[Actor, ...]
    rule: str
    verb: Node | None
    after: int
    by_pronoun: bool


def deeds(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """What the nouns for deeds in a sentence state, each as the sentence means it."""
    for noun in scene.tree.nodes:
        if noun.word.upos in ("NOUN", "X") and not scene.at(noun.index) and not _stopped(scene, noun):
            for frame in deed_frames().get(noun.lemma, ()):
                doing = _doing(scene, noun, frame)
                for claim in _claims(scene, noun, frame, doing):
                    yield meant(scene, doing.verb or noun, noun, claim, statements)


def _stopped(scene: Scene, noun: Node) -> bool:
    """Whether the deed is what somebody ends or prevents: «وقف هجومها على»."""
    return noun.index > 1 and scene.tree[noun.index - 1].is_a(cues().stopping)


def _claims(scene: Scene, noun: Node, frame: Frame, doing: Doing) -> Iterator[Claim]:
    after = doing.after
    for index in range(after, min(after + _FARTHEST, len(scene.tree)) + 1):
        node = scene.tree[index]
        form = fold(node.word.form)
        if form == "بين" and predicates()[frame.predicate].symmetric:
            for left, right in pairwise(participants(scene, index + 1)):
                yield Claim(
                    left.entity, frame.predicate, right.entity, evidence(scene, noun.index, index, "deed_between")
                )
            return
        direct = doing.by_pronoun and index == after and DIRECT in frame.objects
        patients = list(participants(scene, index if direct else index + 1))
        if patients and (direct or form in frame.objects):
            proof = evidence(scene, noun.index, after - 1 if direct else index, doing.rule)
            for agent in doing.agents:
                for patient in patients:
                    yield Claim(agent.entity, frame.predicate, patient.entity, proof)
            return
        if scene.at(index) or not (node.word.upos == "ADJ" or index == after):
            return


def _doing(scene: Scene, noun: Node, frame: Frame) -> Doing:
    named = scene.phrases.get(noun.index + 1)
    if named:
        agents = tuple(scene.coordinated(named.actor))
        return Doing(agents, "deed_of", None, agents[-1].last + 1, False)
    pronoun = noun.index < len(scene.tree) and scene.tree[noun.index + 1].word.upos == "PRON"
    after = noun.index + (2 if pronoun else 1)
    verb = _verb_before(scene, noun)
    doer = subject(scene, verb) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[0].first > noun.index:
        return Doing((), "deed_done", None, after, pronoun)
    lent = verb.lemma in cues().light_verbs
    during = noun.index > 1 and fold(scene.tree[noun.index - 1].word.form) in _DURING
    beside = during and frame.predicate in _OCCASIONS
    # A pronoun may mean whoever was named since.
    named_since = any(doer.actors[-1].last < actor.first < noun.index for actor in scene.actors)
    agents = doer.actors if lent or beside or (pronoun and not named_since) else ()
    return Doing(agents, "deed_done", verb if lent and not beside else None, after, pronoun)


# «قال في لقاء مع», «خلال زيارة إلى»: what is said or done on such an occasion, its subject was there.
_OCCASIONS = frozenset({"consult", "present_in"})
_DURING = frozenset({"في", "خلال", "بعد", "عقب", "قبل", "اثناء"})


def _verb_before(scene: Scene, noun: Node) -> Node | None:
    """The nearest verb before a noun, in its clause."""
    verbs = {verb.index: verb for verb in scene.verbs}
    for node in reversed(scene.tree.nodes[: noun.index - 1]):
        if node.index in verbs:
            return verbs[node.index]
        if node.word.form in (":", "؛", ".") or node.word.upos == "SCONJ":
            return None
    return None
