"""The words around the names of places, and regions larger than a country."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import Any

from graph_builder.arabic.fold import fold
from graph_builder.arabic.nouns import duals
from graph_builder.lexicon.load import Words, load, section, words


@dataclass(frozen=True, slots=True)
class Places:
    """The lists of `places.yaml`, which says what each holds; the last five by folded name."""

    heads: Words
    settlements: Words
    lines: Words
    outskirts: Words
    generic: Words
    directions: Words
    parts: Words
    regions: dict[str, str]
    cities: dict[str, str]
    geonames: dict[str, int]
    lies_in: dict[str, str]
    alike: dict[str, list[str]]


@functools.cache
def places() -> Places:
    """The words around the names of places.

    Raises LexiconError.
    """
    content = load("places.yaml")
    names = [
        field.name
        for field in fields(Places)
        if field.name not in ("regions", "cities", "geonames", "lies_in", "alike")
    ]
    lists: dict[str, Any] = {name: words("places.yaml", content, name) for name in names}
    lists["heads"] |= {dual for head in lists["heads"] for dual in duals(head)}
    by_name = {
        part: {fold(name): value for name, value in section("places.yaml", content, part, dict).items()}
        for part in ("geonames", "lies_in", "alike")
    }
    cities = section("places.yaml", content, "cities", dict)
    return Places(
        **lists,
        regions={fold(region): region for region in section("places.yaml", content, "regions", list)},
        cities={fold(name): city for city, others in cities.items() for name in (city, *others)},
        geonames=by_name["geonames"],
        lies_in=by_name["lies_in"],
        alike=by_name["alike"],
    )
