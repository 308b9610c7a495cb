"""What entities are called in Latin letters."""

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
from graph_builder.resolve.cities import cities_by_name, city

_KNOWN = 100_000
"""From how many people on a city is so well known that a word of a body's name means it."""


class NameCache:
    """The names in Latin letters that were found in earlier builds, in one file.

    Spelling a name that no table holds takes milliseconds, and a corpus has tens of thousands of them.

    fingerprint
        A digest of what decides how names are spelt: the lexicon, versions and code.
    """

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory, "names")
        self._fingerprint = fingerprint

    def load(self) -> dict[str, tuple[str, bool]]:
        """Return the Latin spelling by kind and name, with whether it was made from the letters."""
        try:
            fingerprint, kept = json.loads(self._texts.get("latin") or "")
            names = {key: (latin, made) for key, (latin, made) in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}
        return names if fingerprint == self._fingerprint else {}

    def save(self, names: dict[str, tuple[str, bool]]) -> None:
        """Keep names for the next build."""
        # A cache that cannot be written costs the next build time, and nothing else.
        with contextlib.suppress(CacheError):
            self._texts.put("latin", json.dumps([self._fingerprint, names], ensure_ascii=False, sort_keys=True))


def with_latin_names(entities: Iterable[Entity], cache: NameCache | None = None) -> tuple[Entity, ...]:
    """Return the entities, those without a name in Latin letters with one."""
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
    """Return a name in Latin letters, and whether any of it was made from its letters for want of a known spelling.

    A body is called in English what its words mean; what bears a name in it, a person or a place, keeps that.
    """
    return english_organization(name, _city) if kind == "ORG" else romanize(name)


@functools.lru_cache(maxsize=1 << 14)
def _city(folded: str) -> str | None:
    """Return the English name of the greatest of the cities of a name, where it is a great one."""
    cities = [city(number) for number in cities_by_name().get(folded, ())]
    greatest = max(cities, key=lambda each: (each.population, each.geonames), default=None)
    return without_accents(greatest.name) if greatest and greatest.population >= _KNOWN else None
