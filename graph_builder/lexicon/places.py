"""The words around the names of places, and regions larger than a country."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.arabic.nouns import duals
from graph_builder.lexicon.load import Table, Words, by_form, load


class _File(Table, frozen=True):
    heads: Words
    settlements: Words
    lines: Words
    outskirts: Words
    generic: Words
    directions: Words
    parts: Words
    regions: list[str]
    cities: dict[str, list[str]]
    geonames: dict[str, int]
    lies_in: dict[str, str]
    alike: dict[str, list[str]]
    country_nouns: Words
    capital_nouns: Words
    belonging: Words
    vowelled: dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """The lists of `places.yaml`, which says what each holds; regions to alike by folded name."""

    heads: frozenset[str]
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
    country_nouns: Words
    capital_nouns: Words
    belonging: Words
    vowelled: dict[str, str]


@functools.cache
def places() -> Places:
    """Return the words around the names of places; to the heads their duals are added.

    Raises:
        LexiconError: If `places.yaml` does not hold what it should.
    """
    file = load("places.yaml", _File)
    return Places(
        heads=file.heads | {dual for head in file.heads for dual in duals(head)},
        settlements=file.settlements,
        lines=file.lines,
        outskirts=file.outskirts,
        generic=file.generic,
        directions=file.directions,
        parts=file.parts,
        regions={fold(region): region for region in file.regions},
        cities={fold(name): city for city, others in file.cities.items() for name in (city, *others)},
        geonames=by_form(file.geonames),
        lies_in=by_form(file.lies_in),
        alike=by_form(file.alike),
        country_nouns=file.country_nouns,
        capital_nouns=file.capital_nouns,
        belonging=file.belonging,
        vowelled=file.vowelled,
    )
