"""Corrections of the entities of a knowledge graph."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self, get_args

from graph_builder.api.entity import Entity
from graph_builder.core.choices import chosen
from graph_builder.core.values import Kind


class Corrections(ABC):
    """The corrections of a knowledge graph. Each returns a corrected graph, and leaves this one as it is."""

    def merge(self, name: str | Entity, into: str | Entity) -> Self:
        """Return the graph with an entity merged into another.

        As with all decisions, the returned graph shows the effect at once. If this graph has a folder, the decision is
        also added to `decisions.yaml` there, as `graph-builder merge` does, and applied at the next build, which reads
        the texts again and can find more than what follows from the present relations.

        Raises:
            EntityError: A name identifies no entity, or several.
            DecisionError: The entity cannot be changed in this way, or `decisions.yaml` cannot be read or written.
            DamagedBuildError: The relations were extracted by another version.
        """
        return self._decided("merge", name, self._reference(into))

    def split(self, name: str | Entity, alias: str) -> Self:
        """Return the graph with mentions written `alias` split off as another entity. See `merge`."""
        return self._decided("split", name, alias)

    def rename(self, name: str | Entity, to: str) -> Self:
        """Return the graph with an entity renamed. See `merge`.

        Examples:
            >>> kg.where(predicate="holds_position").rename("الأسد", "الرئيس السوري")["الأسد"]
            <Entity الرئيس السوري · al-Raeis al-Souri · PER>
        """
        return self._decided("rename", name, to)

    def drop(self, name: str | Entity) -> Self:
        """Return the graph without an entity. See `merge`."""
        return self._decided("drop", name, None)

    def kind(self, name: str | Entity, of: Kind) -> Self:
        """Return the graph with an entity of another kind: PER, LOC or ORG. See `merge`."""
        chosen("kind", of, get_args(Kind))
        return self._decided("kind", name, of)

    def link(self, name: str | Entity, iri: str) -> Self:
        """Return the graph with an entity linked to an IRI by owl:sameAs. See `merge`."""
        return self._decided("link", name, iri)

    @abstractmethod
    def _decided(self, act: str, name: str | Entity, value: str | None) -> Self: ...

    @abstractmethod
    def _reference(self, name: str | Entity) -> str: ...
