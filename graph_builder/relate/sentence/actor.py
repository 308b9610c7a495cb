"""Actors: mentions of entities in a sentence, by word positions."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.core.values import Kind


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of an entity in a sentence.

    Attributes:
        entity: Id of the entity.
        kind: Its kind.
        first: First word, counted from 1.
        last: Last word, inclusive.
        named: Whether it is mentioned by name.
    """

    entity: str
    kind: Kind
    first: int
    last: int
    named: bool = True
