"""How annotators write entities: by name, by id where the name is ambiguous, or by IRI."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import GoldError
from graph_builder.core.values import Entity
from graph_builder.io.build_files import rdf_options
from graph_builder.io.text import legible

_WITH_ID = re.compile(r".*\[([0-9a-f]{16})\]", re.DOTALL)


class EntityIndex:
    """The entities of a build by all that annotators may write for them.

    Args:
        entities: The entities.
        base: The base of their IRIs.
    """

    def __init__(self, entities: Sequence[Entity], base: str) -> None:
        self.by_id = {entity.id: entity for entity in entities}
        self._iri = f"{base}entity/"
        self._by_name = _by((fold(legible(each.name)), each.id) for each in entities)
        self._by_alias = _by((fold(legible(alias)), each.id) for each in entities for alias in each.aliases)
        self._by_latin = _by((each.name_latin.casefold(), each.id) for each in entities if each.name_latin)
        self._by_link = _by((iri, each.id) for each in entities for iri in (*each.links, *each.same_as))

    @classmethod
    def of(cls, build: Path, entities: Sequence[Entity]) -> EntityIndex:
        """Return the index of a build.

        Raises:
            DamagedBuildError: The manifest cannot be read.
        """
        return cls(entities, rdf_options(build).base)

    def written(self, entity: str) -> str:
        """Return what stands for an entity, by its id: its name, followed by the id if others have the same name."""
        name = legible(self.by_id[entity].name)
        return name if len(self._by_name[fold(name)]) == 1 else f"{name} [{entity}]"

    def iri(self, entity: str) -> str:
        """Return the IRI of an entity, by its id."""
        return f"{self._iri}{entity}"

    def find(self, text: str) -> str | None:
        """Return the id of the entity that a text stands for; None if there is none.

        Raises:
            GoldError: Several entities have the name.
        """
        named = _WITH_ID.fullmatch(text)
        for key in (text, text.removeprefix(self._iri), named[1] if named else ""):
            if key in self.by_id:
                return key
        folded = fold(text)
        for ids in (
            self._by_link[text],
            self._by_name[folded],
            self._by_alias[folded],
            self._by_latin[text.casefold()],
        ):
            if len(ids) > 1:
                listed = ", ".join(sorted(ids))
                raise GoldError(
                    f"several entities are called {text}; write the id of the one that is meant ({listed})",
                    name=text,
                    suggestions=sorted(ids),
                )
            if ids:
                return next(iter(ids))
        return None

    def means(self, entity: str, text: str) -> bool:
        """Return whether a text is the name, id or IRI of an entity, not one of its aliases."""
        name = legible(self.by_id[entity].name)
        return text in (entity, self.iri(entity), self.written(entity)) or fold(text) == fold(name)

    def spelt(self, surface: str) -> set[str]:
        """Return the ids of the entities with a name or alias that is spelt like this."""
        folded = fold(surface)
        return self._by_name[folded] or self._by_alias[folded]


def _by(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for key, entity in pairs:
        ids[key].add(entity)
    return ids
