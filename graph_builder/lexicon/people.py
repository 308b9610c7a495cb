"""The words around the names of people: offices, ranks, courtesies, particles."""

from __future__ import annotations

import functools

from graph_builder.lexicon.load import Table, Words, load


class People(Table, frozen=True):
    """The lists of `people.yaml`, which says what each holds."""

    offices: Words
    members: Words
    professions: Words
    courtesy: Words
    bearers: Words
    spokespeople: Words
    portfolios: Words
    nobility: Words
    state_offices: Words
    agents: Words
    envoys: Words
    qualifiers: Words
    former: Words
    coming: Words
    honorifics: Words
    ranks: Words
    unnamed: Words
    formulas: Words
    particles: Words
    juniors: Words
    kin: Words
    aides: Words
    like_clitics: Words
    counterparts: Words


@functools.cache
def people() -> People:
    """Return the words around the names of people.

    Raises:
        LexiconError: If `people.yaml` does not hold what it should.
    """
    return load("people.yaml", People)
