"""The words around the names of places, and regions larger than a country."""

from __future__ import annotations

import functools

from graph_builder.arabic.fold import fold
from graph_builder.arabic.nouns import duals
from graph_builder.lexicon.load import Table, Words, by_form, lists, load


class Homonym(Table, frozen=True):
    """The words before and after the name of a place with which it is a common word.

    With `person`, a person's name between «إن» and it serves as one of the words `before`.
    """

    before: Words = frozenset()
    person: bool = False
    after: Words = frozenset()


class _Lists(Table, frozen=True):
    settlements: Words
    lines: Words
    outskirts: Words
    generic: Words
    sides: Words
    directions: Words
    parts: Words
    country_nouns: Words
    capital_nouns: Words
    belonging: Words
    states: Words
    generic_states: Words
    state_adjectives: Words
    venues: Words
    areas: Words
    vowelled: dict[str, str]


class _File(_Lists, frozen=True):
    heads: Words
    regions: dict[str, list[str]]
    cities: dict[str, list[str]]
    distinctive: list[str]
    geonames: dict[str, int]
    lies_in: dict[str, str]
    alike: dict[str, list[str]]
    optional_adjectives: dict[str, list[str]]
    stand_for: dict[str, list[str]]
    homonyms: dict[str, Homonym]


class Places(_Lists, frozen=True):
    """The lists of `places.yaml`, which says what each holds; regions, cities and all after them by folded name."""

    heads: frozenset[str]
    regions: dict[str, str]
    cities: dict[str, str]
    distinctive: dict[str, str]
    geonames: dict[str, int]
    lies_in: dict[str, str]
    alike: dict[str, list[str]]
    optional_adjectives: dict[str, frozenset[str]]
    stand_for: dict[str, list[str]]
    homonyms: dict[str, Homonym]


@functools.cache
def places() -> Places:
    """Return the words around the names of places; to the heads their duals are added.

    Raises:
        LexiconError: If `places.yaml` does not hold what it should.
    """
    file = load("places.yaml", _File)
    return Places(
        heads=file.heads | {dual for head in file.heads for dual in duals(head)},
        **lists(file, _Lists),
        regions={fold(name): region for region, others in file.regions.items() for name in (region, *others)},
        cities={fold(name): city for city, others in file.cities.items() for name in (city, *others)},
        distinctive={fold(city): city for city in file.distinctive},
        geonames=by_form(file.geonames),
        lies_in=by_form(file.lies_in),
        alike=by_form(file.alike),
        stand_for=by_form(file.stand_for),
        homonyms=by_form(file.homonyms),
        optional_adjectives={
            fold(head): frozenset(map(fold, adjectives)) for head, adjectives in file.optional_adjectives.items()
        },
    )
