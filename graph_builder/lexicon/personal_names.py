"""Names of people: those known by a surname alone, spellings of names, and names that many people have."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon.load import Table, Words, load


class _File(Table, frozen=True):
    known: dict[str, list[str]]
    spellings: dict[str, list[str]]
    given: Words
    families: Words
    left_out: Words
    nicknames: dict[str, list[str]]
    in_country: dict[str, dict[str, str]]
    citizens: dict[str, list[str]]
    family_first: Words
    latin: dict[str, str]


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """The lists of `personal_names.yaml`, which says what each holds; all by folded name.

    `full` has the full names as they are written, `alone` the names that identify a person by
    themselves, with the folded full names of all those people. `spellings` maps a word of a name to its usual spelling,
    `country` a folded full name to the code of the person's country; `nicknames` has a given name and its short form;
    `surnames` are the family names of the people in
    `full`, given names among them: عباس, كيم.
    """

    full: dict[str, str]
    alone: dict[str, tuple[str, ...]]
    written: dict[str, str]
    spellings: dict[str, str]
    given: Words
    families: Words
    left_out: Words
    nicknames: frozenset[frozenset[str]]
    in_country: dict[str, dict[str, str]]
    country: dict[str, str]
    surnames: frozenset[str]
    latin: dict[str, str]


@functools.cache
def personal_names() -> PersonalNames:
    """Return the names of people.

    Raises:
        LexiconError: If `personal_names.yaml` does not hold what it should.
    """
    file = load("personal_names.yaml", _File)
    alone: dict[str, tuple[str, ...]] = {}
    for name, shorter in file.known.items():
        for each in map(fold, shorter):
            alone[each] = (*alone.get(each, ()), fold(name))
    full = {fold(name): name for name in file.known}
    country = {fold(name): code for code, names in file.citizens.items() for name in names}
    return PersonalNames(
        full=full,
        alone=alone,
        written={fold(each): each for shorter in file.known.values() for each in shorter},
        spellings={fold(other): fold(usual) for usual, others in file.spellings.items() for other in others},
        given=file.given,
        families=file.families,
        left_out=file.left_out,
        nicknames=frozenset(
            frozenset((fold(name), fold(short))) for name, others in file.nicknames.items() for short in others
        ),
        latin=file.latin,
        country=country,
        surnames=frozenset(
            name.split()[0 if country.get(name) in file.family_first else -1] for name in full if " " in name
        ),
        in_country={
            fold(name): {code: fold(full) for code, full in bearers.items()}
            for name, bearers in file.in_country.items()
        },
    )
