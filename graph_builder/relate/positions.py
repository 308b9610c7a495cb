"""Who takes a position on whom or what, by verbs of opinion that quote nobody: «ندد أردوغان بالهجوم على أنقرة»."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, people
from graph_builder.relate.arguments import denied, place_of, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import is_site, office_words, titled
from graph_builder.syntax import Node

_ENDING = frozenset("،؛:«“")


def positions(scene: Scene) -> Iterator[Claim]:
    """Whom or what a verb of opinion is about: «ندد أردوغان بالهجوم على أنقرة», «رفض روحاني الاتهامات الأمريكية»."""
    for verb in scene.verbs:
        if verb.lemma not in cues().positions or "Voice=Pass" in verb.word.feats or denied(scene, verb):
            continue
        speaker = subject(scene, verb)
        if speaker and speaker.by_order and not is_site(scene, speaker.actors[0]):
            topic = _topic(scene, verb, titled(scene, speaker))
            proof = evidence(scene, verb.index, verb.index, "position")
            for actor in speaker.actors if topic else ():
                yield Claim(actor.entity, "speaks_about", topic or "", proof)


def _topic(scene: Scene, verb: Node, last: int) -> str | None:
    """The first entity named behind a verb and its subject, before the next verb and what tells when or where."""
    after = scene.tree[last + 1] if last < len(scene.tree) else None
    if after is None or after.word.form == "و" or after.is_a(people().offices | cues().kinship):
        return None
    place = place_of(scene, verb, last)
    titles = office_words(scene)
    for node in scene.tree.nodes[last:]:
        actor = scene.at(node.index)
        ends = any(other.index == node.index for other in scene.verbs) or fold(node.word.form) in cues().during - {"في"}
        if ends or node.word.form in _ENDING:
            return None
        found = actor.entity if actor else scene.country(node)
        if found and (actor is None or actor != place) and node.index not in titles:
            from_there = actor and actor.kind == "LOC" and fold(scene.tree[actor.first - 1].word.form) == "من"
            return None if from_there else found
    return None
