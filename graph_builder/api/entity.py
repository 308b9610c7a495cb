"""One entity of a knowledge graph, with all that is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from graph_builder.api import display, filters, frames
from graph_builder.core import values
from graph_builder.core.values import Kind, Knowledge, Place
from graph_builder.pipeline import with_graphs


@dataclass(frozen=True, eq=False, repr=False)
class Entity:
    """A person, a place or an organisation, as a knowledge graph has it; `kg["…"]` and `kg.find("…")` give one.

    >>> assad = kg["الأسد"]
    >>> assad
    <Entity بشار الأسد · Bashar al-Assad · PER>
    >>> assad.aliases
    ('الأسد',)

    `record` is the frozen value beneath, `knowledge` all that is known with it. Two are equal where they are the same
    entity, in whichever graph.
    """

    record: values.Entity
    knowledge: Knowledge

    @property
    def id(self) -> str:
        """16 hexadecimal digits, which stand for the kind and the folded name in every build."""
        return self.record.id

    @property
    def name(self) -> str:
        """What it goes by, in Arabic."""
        return self.record.name

    @property
    def name_latin(self) -> str:
        """The name in Latin letters: a known one, or made from the Arabic letters."""
        return self.record.name_latin

    @property
    def kind(self) -> Kind:
        """PER, LOC or ORG."""
        return self.record.kind

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else the articles call it."""
        return self.record.aliases

    @property
    def place(self) -> Place | None:
        """Where it lies, in degrees of WGS 84, if it is a place that is known."""
        return self.record.place

    @property
    def links(self) -> tuple[str, ...]:
        """IRIs of what is held to be the same thing elsewhere."""
        return self.record.links

    @cached_property
    def _about(self) -> tuple[values.Relation, ...]:
        return tuple(each for each in self.knowledge.relations if self.id in (each.subject, each.object))

    @property
    def mentions(self) -> pd.DataFrame:
        """Where it is named: the columns of `KnowledgeGraph.mentions`."""
        return frames.mentions(filters.restricted(self.knowledge, {self.id}, ()))

    @property
    def relations(self) -> pd.DataFrame:
        """The statements of which it is subject or object: the columns of `KnowledgeGraph.relations`."""
        named = {end for relation in self._about for end in filters.ends(relation)}
        return frames.relations(filters.restricted(self.knowledge, named, self._about))

    @property
    def evidence(self) -> pd.DataFrame:
        """The sentences that make these statements: the columns of `KnowledgeGraph.evidence`."""
        return frames.evidence(self.knowledge, self._about)

    @property
    def neighbours(self) -> pd.DataFrame:
        """Whom a statement ties to it, and who is named in a sentence with it.

        By their id: name, kind; `statements` that tie the two, and their `predicates`, a sorted tuple; `sentences` that
        name both. Who has most statements comes first.

        >>> "holds_position" in kg["الأسد"].neighbours.loc[kg["سوريا"].id, "predicates"]
        True
        """
        return frames.neighbours(self.knowledge, self.record)

    def show(self, height: int = 600) -> display.Page:
        """The explorer, `height` pixels high, with the neighbours that statements give it and nothing else."""
        near = with_graphs(filters.around(self.knowledge, self.id))
        return display.explorer(near, f"Explorer around {self.name}", height)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entity) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Entity {' · '.join(part for part in (self.name, self.name_latin, self.kind) if part)}>"

    def _repr_html_(self) -> str:
        return display.entity_card(self.knowledge, self.record, self._about)
