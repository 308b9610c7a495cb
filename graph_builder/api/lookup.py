"""The entity that a name means, and what may have been meant where none is called so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from graph_builder.arabic.fold import fold, without_article
from graph_builder.core.errors import EntityError
from graph_builder.core.values import Entity
from graph_builder.resolve.decisions import named

_SUGGESTED = 5


def entities_named(entities: Sequence[Entity], name: str) -> list[Entity]:
    """The entities that a name means: by id, Arabic name, alias or name in Latin letters, the first that gives any."""
    plain = _plain(name)
    return named(entities, name) or [each for each in entities if plain and _plain(each.name_latin) == plain]


def entity_named(entities: Sequence[Entity], name: str) -> Entity:
    """The only entity that a name means.

    Raises EntityError for a name that none has, or that several have.
    """
    some = entities_named(entities, name)
    if not some:
        raise EntityError(f"No entity is called {name}{_near(entities, name)}.")
    return _only(some, name)


def find_entity(entities: Sequence[Entity], text: str) -> Entity:
    """The entity called so, or else the only one with all these words in one of its names.

    Raises EntityError for words that no name has, or those of several entities.
    """
    exact = entities_named(entities, text)
    words = set(_words(text))
    some = exact or [each for each in entities if words and any(words <= set(_words(n)) for n in _names(each))]
    if not some:
        raise EntityError(f"No entity has {text} in its names{_near(entities, text)}.")
    return _only(some, text)


def _only(several: Sequence[Entity], name: str) -> Entity:
    if len(several) > 1:
        listed = "، ".join(f"{each.name} ({each.kind}, {each.id})" for each in several[:_SUGGESTED])
        more = f" and {len(several) - _SUGGESTED} more" if len(several) > _SUGGESTED else ""
        raise EntityError(f"{len(several)} entities can be meant by {name}: {listed}{more}; give the id of the one.")
    return several[0]


def _near(entities: Sequence[Entity], name: str) -> str:
    """Who may have been meant, for the end of a sentence."""
    owners: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda each: (-len(each.mentions), each.id)):
        for spelt in _names(entity):
            owners.setdefault(_plain(spelt), entity)
    plain = _plain(name)
    holding = [spelt for spelt in owners if plain and plain in spelt]
    close = [*holding, *get_close_matches(plain, owners, n=_SUGGESTED, cutoff=0.6)]
    names = list(dict.fromkeys(owners[spelt].name for spelt in close))[:_SUGGESTED]
    return f"; perhaps you mean {'، '.join(names)}" if names else "; the column name of kg.entities lists all"


def _names(entity: Entity) -> Iterator[str]:
    yield from (entity.name, *entity.aliases, entity.name_latin)


def _words(name: str) -> list[str]:
    return [without_article(word) for word in _plain(name).replace("-", " ").split()]


def _plain(name: str) -> str:
    """A name in small letters without marks."""
    apart = unicodedata.normalize("NFKD", fold(name).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
