"""Look up entities by id, name, alias or Latin name, with suggestions where nothing matches."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from graph_builder.arabic.fold import fold, without_article
from graph_builder.core.errors import AmbiguousEntityError, UnknownEntityError
from graph_builder.core.values import Entity

_SUGGESTED = 5


def entities_named(entities: Sequence[Entity], name: str) -> list[Entity]:
    """Return the entities with an id, name, alias or Latin name, of the first of these that matches any."""
    folded = fold(name)
    by_id = [entity for entity in entities if entity.id == name]
    by_name = by_id or [entity for entity in entities if fold(entity.name) == folded]
    by_alias = by_name or [entity for entity in entities if folded in map(fold, entity.aliases)]
    latin = _normalized(name)
    return by_alias or [entity for entity in entities if latin and _normalized(entity.name_latin) == latin]


def entity_named(entities: Sequence[Entity], name: str) -> Entity:
    """Return the only entity with an id, name, alias or Latin name.

    Raises:
        UnknownEntityError: No entity has it.
        AmbiguousEntityError: Several entities have it.
    """
    found = entities_named(entities, name)
    if not found:
        raise _unknown(f"No entity is called {name}", entities, name)
    return _only(found, name)


def find_entity(entities: Sequence[Entity], text: str) -> Entity:
    """Return the entity with this name, or else the only one with all these words in one of its names.

    Raises:
        UnknownEntityError: No name has these words.
        AmbiguousEntityError: Several entities match.
    """
    words = set(_words(text))
    found = entities_named(entities, text) or [
        entity for entity in entities if words and any(words <= set(_words(name)) for name in _names(entity))
    ]
    if not found:
        raise _unknown(f"No entity has {text} in its names", entities, text)
    return _only(found, text)


def reference(entities: Sequence[Entity], entity: Entity) -> str:
    """Return what identifies an entity among others: its name, or its id where the name is ambiguous."""
    return entity.name if len(entities_named(entities, entity.name)) == 1 else entity.id


def _only(found: Sequence[Entity], name: str) -> Entity:
    if len(found) > 1:
        listed = "، ".join(f"{each.name} ({each.kind}, {each.id})" for each in found[:_SUGGESTED])
        more = f" and {len(found) - _SUGGESTED} more" if len(found) > _SUGGESTED else ""
        raise AmbiguousEntityError(
            f"{len(found)} entities are called {name}: {listed}{more}; give the id of the one you mean.",
            name=name,
            suggestions=[each.id for each in found],
        )
    return found[0]


def _unknown(what: str, entities: Sequence[Entity], name: str) -> UnknownEntityError:
    similar = _similar(entities, name)
    hint = f"did you mean {'، '.join(similar)}?" if similar else "entities.csv lists all names."
    return UnknownEntityError(f"{what}; {hint}", name=name, suggestions=similar)


def _similar(entities: Sequence[Entity], name: str) -> list[str]:
    """Return the names of entities with a similar name, the most often mentioned first."""
    owners: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda each: (-len(each.mentions), each.id)):
        for spelling in _names(entity):
            owners.setdefault(_normalized(spelling), entity)
    normalized = _normalized(name)
    containing = [spelling for spelling in owners if normalized and normalized in spelling]
    close = [*containing, *get_close_matches(normalized, owners, n=_SUGGESTED, cutoff=0.6)]
    return list(dict.fromkeys(owners[spelling].name for spelling in close))[:_SUGGESTED]


def _names(entity: Entity) -> Iterator[str]:
    yield from (entity.name, *entity.aliases, entity.name_latin)


def _words(name: str) -> list[str]:
    return [without_article(word) for word in _normalized(name).replace("-", " ").split()]


def _normalized(name: str) -> str:
    """Return a name in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", fold(name).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
