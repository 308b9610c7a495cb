"""How a sentence means what it states: affirmed or denied, its own words or somebody's, done or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues
from graph_builder.relate.arguments import denied
from graph_builder.relate.claim import Claim
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node
from graph_builder.values import Modality, Polarity


def _postponed(scene: Scene, verb: Node) -> bool:
    """Whether a particle before a verb puts off what it says; a verb in the past is done whatever stands before it."""
    before = scene.tree[verb.index - 1] if verb.index > 1 else None
    if before is None or verb.word.upos != "VERB" or "Aspect=Perf" in verb.word.feats:
        return False
    return fold(before.word.form) in cues().postponing


def _purposed(scene: Scene, noun: Node) -> bool:
    """Whether a noun for a deed names what something is for: «عملية لاستعادة السيطرة»."""
    if noun.word.upos == "VERB" or scene.at(noun.index):  # «مواقع للجيش» is whose they are
        return False
    before = [scene.tree[index] for index in (noun.index - 1, noun.index - 2) if index >= 1]
    if before and before[0].word.form == "ل":
        return True
    return len(before) == 2 and before[0].word.upos == "NOUN" and before[1].word.form == "ل"


def meant(scene: Scene, verb: Node, node: Node, claim: Claim, statements: Sequence[Statement]) -> Claim:
    """The claim that a word states, with its polarity, its modality and whose words it is.

    `verb` is the word that is denied or put off where the claim is: the verb that states it or lends it, or the word.
    """
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    speaker = None
    for statement in statements:
        if statement.opened < node.index and statement.verb != node.index:
            speaker, modality = statement.speaker.entity, "reported"
    if denied(scene, verb):
        polarity = "negated"
    if _postponed(scene, verb) or _purposed(scene, node):
        modality = "future"
    return replace(claim, polarity=polarity, modality=modality, attributed_to=speaker)
