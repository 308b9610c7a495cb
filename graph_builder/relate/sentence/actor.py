"""Actors: mentions of entities in a sentence, by word positions, and the phrases that their titles open."""

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


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor with its title or head noun.

    Attributes:
        actor: The actor.
        first: First word of the phrase.
        office: First word of the office; None if there is none.
    """

    actor: Actor
    first: int
    office: int | None

    @property
    def last(self) -> int:
        """Index of the last word, which ends the name."""
        return self.actor.last
