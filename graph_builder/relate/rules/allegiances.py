"""Rule for allegiances by the adjective after a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import allegiance_frames
from graph_builder.lexicon.frames import AllegianceFrame
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import participants
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


@dataclass(frozen=True, slots=True)
class AllegianceClause:
    """An adjective of allegiance with its arguments.

    Attributes:
        actor: The organization or place before it.
        adjective: The adjective.
        frame: Its frame.
        others: The other side.
    """

    actor: Actor
    adjective: Node
    frame: AllegianceFrame
    others: tuple[Actor, ...]


@rule(AllegianceClause)
def allegiance_adjective(clause: AllegianceClause) -> Iterator[Match]:
    """An adjective says whom an organization supports or who supports it: «الموالية لهادي», «المدعومة من تركيا»."""
    word = clause.adjective
    for other in clause.others:
        ends = (clause.actor.entity, other.entity)
        subject, obj = reversed(ends) if clause.frame.inverse else ends
        yield Match(subject, clause.frame.predicate, obj, word.index, word.index + 1, word)


def allegiances(view: SentenceView) -> Iterator[AllegianceClause]:
    """Yield the adjectives of allegiance after organizations and places, with other adjectives in between."""
    for actor in view.actors:
        if actor.kind == "PER":
            continue
        index = view.index_after(actor)
        while (
            index < len(view.tree)
            and view.tree[index].word.upos == "ADJ"
            and view.tree[index].lemma not in allegiance_frames()
        ):
            index += 1
        frame = allegiance_frames().get(view.tree[index].lemma) if index < len(view.tree) else None
        if frame and fold(view.tree[index + 1].word.form) in frame.prepositions:
            others = tuple(participants(view, index + 2))
            yield AllegianceClause(actor, view.tree[index], frame, others)
