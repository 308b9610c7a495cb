"""An entity of a knowledge graph, with its mentions and relations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from graph_builder.api import display, frames, widget_data
from graph_builder.core import filters, values
from graph_builder.core.extras import require
from graph_builder.core.values import Kind, Knowledge, Place
from graph_builder.pipeline import with_graphs

if TYPE_CHECKING:
    from graph_builder.api.widget import Widget


@dataclass(frozen=True, eq=False, repr=False)
class Entity:
    """A person, a place or an organisation, in a knowledge graph; `kg["…"]` and `kg.find("…")` return one.

    Examples:
        >>> assad = kg["الأسد"]
        >>> assad
        <Entity بشار الأسد · Bashar al-Assad · PER>
        >>> assad.aliases
        ('الأسد',)

    Two are equal if they have the same id, in whichever graph.

    Attributes:
        record: The frozen value.
        knowledge: The knowledge that it belongs to.
    """

    record: values.Entity
    knowledge: Knowledge

    @property
    def id(self) -> str:
        """16 hexadecimal digits, the same in every build for the same kind and normalised name."""
        return self.record.id

    @property
    def name(self) -> str:
        """The Arabic name."""
        return self.record.name

    @property
    def name_latin(self) -> str:
        """The name in Latin letters: a known one, or a transliteration."""
        return self.record.name_latin

    @property
    def kind(self) -> Kind:
        """PER, LOC or ORG."""
        return self.record.kind

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names in the articles."""
        return self.record.aliases

    @property
    def place(self) -> Place | None:
        """The coordinates of a known place, in degrees of WGS 84."""
        return self.record.place

    @property
    def links(self) -> tuple[str, ...]:
        """IRIs of the same thing elsewhere."""
        return self.record.links

    @cached_property
    def _about(self) -> tuple[values.Relation, ...]:
        return tuple(each for each in self.knowledge.relations if self.id in (each.subject, each.object))

    @property
    def mentions(self) -> pd.DataFrame:
        """Its mentions: the columns of `KnowledgeGraph.mentions`."""
        return frames.mentions(filters.restricted(self.knowledge, {self.id}, ()))

    @property
    def relations(self) -> pd.DataFrame:
        """The relations of which it is subject or object: the columns of `KnowledgeGraph.relations`."""
        named = {end for relation in self._about for end in filters.ends(relation)}
        return frames.relations(filters.restricted(self.knowledge, named, self._about))

    @property
    def evidence(self) -> pd.DataFrame:
        """The sentences that state these relations: the columns of `KnowledgeGraph.evidence`."""
        return frames.evidence(self.knowledge, self._about)

    @property
    def neighbours(self) -> pd.DataFrame:
        """The entities that are related to it or mentioned in a sentence with it, indexed by id.

        The columns are `name`, `kind`, `statements` (the number of relations between the two), `predicates` (a sorted
        tuple) and `sentences` (the number that mention both). Those with the most relations come first.

        Examples:
            >>> "holds_position" in kg["الأسد"].neighbours.loc[kg["سوريا"].id, "predicates"]
            True
        """
        return frames.neighbours(self.knowledge, self.record)

    def show(self, height: int = 600) -> display.Page:
        """Return the explorer of the entity and its related entities, `height` pixels high."""
        near = with_graphs(filters.around(self.knowledge, self.id))
        return display.explorer(near, f"Explorer around {self.name}", height)

    def neighbourhood(self, language: str = "ar") -> Widget:
        """Return a widget of the entity and those that are related to it; a choice shows the sentences.

        Args:
            language: `ar` or `en`; a button in the widget changes it.

        Raises:
            ChoiceError: The language is neither.
            MissingPackageError: anywidget is not installed.
        """
        require("anywidget", "show a widget")
        from graph_builder.api.widget import Widget

        return Widget(widget_data.neighbourhood(self.knowledge, self.record, self._about), language)

    def timeline(self, language: str = "ar") -> Widget:
        """Return a widget of the relations of the entity in time. See `KnowledgeGraph.timeline`."""
        require("anywidget", "show a widget")
        from graph_builder.api.widget import Widget

        named = {end for relation in self._about for end in filters.ends(relation)}
        return Widget(widget_data.timeline(filters.restricted(self.knowledge, named, self._about)), language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entity) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Entity {' · '.join(part for part in (self.name, self.name_latin, self.kind) if part)}>"

    def _repr_html_(self) -> str:
        return display.entity_card(self.knowledge, self.record, self._about)
