"""The words around the names of places, and regions larger than a country."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from graph_builder.arabic.fold import fold
from graph_builder.arabic.nouns import duals
from graph_builder.lexicon.load import Words, load, section, words


@dataclass(frozen=True, slots=True)
class Places:
    """The lists of `places.yaml`, which says what each holds; `regions`, `cities` and `geonames` by folded name."""

    heads: Words
    settlements: Words
    lines: Words
    kept_heads: Words
    generic: Words
    directions: Words
    parts: Words
    regions: dict[str, str]
    cities: dict[str, str]
    geonames: dict[str, int]


@functools.cache
def places() -> Places:
    """The words around the names of places.

    Raises LexiconError.
    """
    content = load("places.yaml")
    names = [field.name for field in fields(Places) if field.name not in ("regions", "cities", "geonames")]
    lists = {name: words("places.yaml", content, name) for name in names}
    lists["heads"] |= {dual for head in lists["heads"] for dual in duals(head)}
    return Places(
        **lists,
        regions={fold(region): region for region in section("places.yaml", content, "regions", list)},
        cities={fold(city): city for city in section("places.yaml", content, "cities", list)},
        geonames={fold(name): number for name, number in section("places.yaml", content, "geonames", dict).items()},
    )
