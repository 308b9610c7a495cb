"""Names of entities in Latin script."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from graph_builder.arabic.spelling import without_accents
from graph_builder.core.errors import CacheError
from graph_builder.core.values import Entity, Kind
from graph_builder.io.text_cache import TextCache
from graph_builder.lexicon import english_organization, romanize
from graph_builder.resolve.places.cities import cities_by_name, city

_KNOWN = 100_000
"""Minimum population of a city for a word in an organization's name to denote it."""


class NameCache:
    """Latin names of earlier builds, in one file.

    Romanizing a name that is in no table takes milliseconds, and a corpus has tens of thousands of names.

    Args:
        directory: Directory of the cache.
        fingerprint: Digest of everything that determines the spelling: lexicon, versions and code.
    """

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory, "names")
        self._fingerprint = fingerprint

    def load(self) -> dict[str, tuple[str, bool]]:
        """Return each kind and name with its Latin spelling and whether that is a transliteration."""
        try:
            fingerprint, kept = json.loads(self._texts.get("latin") or "")
            names = {key: (latin, made) for key, (latin, made) in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}
        return names if fingerprint == self._fingerprint else {}

    def save(self, names: dict[str, tuple[str, bool]]) -> None:
        """Store the names for the next build."""
        # Failing to write the cache only costs the next build time.
        with contextlib.suppress(CacheError):
            self._texts.put("latin", json.dumps([self._fingerprint, names], ensure_ascii=False, sort_keys=True))


def with_latin_names(entities: Iterable[Entity], cache: NameCache | None = None) -> tuple[Entity, ...]:
    """Return the entities, with a Latin name added to those that have none."""
    kept = cache.load() if cache else {}
    known = len(kept)
    named = []
    for entity in entities:
        key = f"{entity.kind} {entity.name}"
        if not entity.name_latin:
            kept[key] = latin, made = kept.get(key) or latin_name(entity.kind, entity.name)
            entity = replace(entity, name_latin=latin, transliterated=made)
        named.append(entity)
    if cache and len(kept) > known:
        cache.save(kept)
    return tuple(named)


def latin_name(kind: Kind, name: str) -> tuple[str, bool]:
    """Return a name in Latin script, and whether any part of it is a transliteration because no spelling is known.

    Names of organizations are translated into English; names of people and places inside them are not.
    """
    return english_organization(name, _city) if kind == "ORG" else romanize(name)


@functools.lru_cache(maxsize=1 << 14)
def _city(folded: str) -> str | None:
    """Return the English name of the largest city of a name, if it is large."""
    cities = [city(number) for number in cities_by_name().get(folded, ())]
    greatest = max(cities, key=lambda each: (each.population, each.geonames), default=None)
    return without_accents(greatest.name) if greatest and greatest.population >= _KNOWN else None
