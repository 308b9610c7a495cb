"""What entities are called in Latin letters."""

from __future__ import annotations

import functools

from graph_builder.arabic.spelling import without_accents
from graph_builder.lexicon import english_body, romanised
from graph_builder.resolve.cities import cities_by_name, city
from graph_builder.values import Kind

_KNOWN = 100_000
"""From how many people on a city is so well known that a word of a body's name means it."""


@functools.lru_cache(maxsize=1 << 14)
def latin_name(kind: Kind, name: str) -> tuple[str, bool]:
    """A name in Latin letters, and whether any of it was made from its letters for want of a known spelling.

    A body is called in English what its words mean; what bears a name in it, a person or a place, keeps that.
    """
    return english_body(name, _city) if kind == "ORG" else romanised(name)


def _city(folded: str) -> str | None:
    """The English name of the greatest of the cities of a name, where it is a great one."""
    cities = [city(number) for number in cities_by_name().get(folded, ())]
    greatest = max(cities, key=lambda each: (each.population, each.geonames), default=None)
    return without_accents(greatest.name) if greatest and greatest.population >= _KNOWN else None
