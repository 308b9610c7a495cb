"""The words around the names of people: offices, ranks, courtesies, particles."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from graph_builder.lexicon.load import Words, load, words


@dataclass(frozen=True, slots=True)
class People:
    """The lists of `people.yaml`, which says what each holds."""

    offices: Words
    members: Words
    state_offices: Words
    agents: Words
    envoys: Words
    qualifiers: Words
    former: Words
    coming: Words
    honorifics: Words
    formulas: Words
    particles: Words
    like_clitics: Words


@functools.cache
def people() -> People:
    """The words around the names of people.

    Raises LexiconError.
    """
    content = load("people.yaml")
    return People(*(words("people.yaml", content, field.name) for field in fields(People)))
