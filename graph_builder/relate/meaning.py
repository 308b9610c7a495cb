"""How a sentence means what it states: affirmed or denied, its own words or somebody's, done or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues
from graph_builder.relate.claim import Claim
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node
from graph_builder.values import Modality, Polarity


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
    if verb.index > 1:
        particle = fold(scene.tree[verb.index - 1].word.form)
        if particle in cues().negations:
            polarity = "negated"
        if particle in cues().postponing and verb.word.upos == "VERB":
            modality = "future"
    return replace(claim, polarity=polarity, modality=modality, attributed_to=speaker)
