"""Whom a body stands with, by the adjective behind its name: «القوات الموالية لهادي», «فصائل مدعومة من تركيا»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import ties
from graph_builder.relate.arguments import participants
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.factuality import qualified
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement


def allegiances(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """What adjectives of allegiance say of the body that they follow, over other adjectives of it."""
    for actor in scene.actors:
        if actor.kind == "PER":
            continue
        index = scene.behind(actor)
        while (
            index < len(scene.tree) and scene.tree[index].word.upos == "ADJ" and scene.tree[index].lemma not in ties()
        ):
            index += 1
        tie = ties().get(scene.tree[index].lemma) if index < len(scene.tree) else None
        if tie is None or fold(scene.tree[index + 1].word.form) not in tie.prepositions:
            continue
        proof = evidence(scene, index, index + 1, "adjective_of_allegiance")
        for other in participants(scene, index + 2):
            ends = (other.entity, actor.entity) if tie.inverse else (actor.entity, other.entity)
            claim = Claim(ends[0], tie.predicate, ends[1], proof)
            yield from qualified(scene, scene.tree[index], scene.tree[index], claim, statements)
