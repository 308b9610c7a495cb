"""The words that names of organizations are made of, and the organizations that news at large names."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import msgspec

from graph_builder.arabic.fold import fold
from graph_builder.lexicon.load import Table, Words, lists, load


class _Known(Table, frozen=True):
    names: list[str]
    latin: str
    only: list[str] | None = None
    adjectives: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    lands: tuple[str, ...] = msgspec.field(name="in", default=())


class _Lists(Table, frozen=True):
    heads: Words
    bare: Words
    of_states: Words
    between: Words
    generic: Words
    heads_left_out: Words
    media: Words
    descriptions: Words
    members: Words
    unarmed: Words
    regimes: Words
    of_rulers: Words
    units: Words
    arms: Words
    followers: Words
    ignored: Words
    ministries: Words
    armies: Words
    armed: Words
    loyal: Words
    legitimacy: Words
    commands: Words
    command_adjectives: Words
    national: Words
    unnamed: Words
    attacks: Words
    portfolios: Words
    public_bodies: Words
    not_public: Words
    companies: Words
    forces: Words


class _File(_Lists, frozen=True):
    same: list[list[str]]
    equivalent: dict[str, str]
    only_in: dict[str, list[str]]
    ministry: str
    parliament: str
    parliaments: dict[str, str]
    without_country: dict[str, tuple[str, str]]
    known: list[_Known]


@dataclass(frozen=True, slots=True)
class Organization:
    """A well-known organization: its own name, its Latin one, all its names folded, and adjectives that mean it.

    `found` are the names by which it is recognised in any text; others mean it only in context. `short`
    names mean it in articles on `lands`, countries by code, or where the article names it in full.
    """

    name: str
    latin: str
    names: frozenset[str]
    found: frozenset[str]
    adjectives: frozenset[str]
    short: frozenset[str]
    lands: frozenset[str]


class Organizations(_Lists, frozen=True):
    """The lists of `organizations.yaml`, which says what each holds; `same` maps a head to the one it stands for."""

    same: dict[str, str]
    equivalent: dict[str, str]
    only_in: dict[str, frozenset[str]]
    ministry: str
    parliament: str
    parliaments: dict[str, str]
    without_country: dict[str, tuple[str, str]]
    by_name: dict[str, Organization]
    by_adjective: dict[str, Organization]
    by_short: dict[str, tuple[Organization, ...]]


@functools.cache
def organizations() -> Organizations:
    """Return the words of organizations' names and the organizations that are known.

    Raises:
        LexiconError: If `organizations.yaml` does not hold what it should.
    """
    file = load("organizations.yaml", _File)
    known = [_organization(entry) for entry in file.known]
    return Organizations(
        **lists(file, _Lists),
        equivalent={fold(word): fold(other) for word, other in file.equivalent.items()},
        only_in={fold(kind): frozenset(codes) for kind, codes in file.only_in.items()},
        ministry=fold(file.ministry),
        parliament=fold(file.parliament),
        parliaments={code: fold(house) for code, house in file.parliaments.items()},
        without_country={fold(name): (fold(head), code) for name, (head, code) in file.without_country.items()},
        same={fold(word): fold(group[0]) for group in file.same for word in group},
        by_name={name: each for each in known for name in sorted(each.names)},
        by_adjective={adjective: each for each in known for adjective in sorted(each.adjectives)},
        by_short={
            name: tuple(other for other in known if name in other.short)
            for each in known
            for name in sorted(each.short)
        },
    )


def _organization(entry: _Known) -> Organization:
    return Organization(
        name=entry.names[0],
        latin=entry.latin,
        names=frozenset(map(fold, entry.names)),
        found=frozenset(map(fold, entry.names if entry.only is None else entry.only)),
        adjectives=frozenset(map(fold, entry.adjectives)),
        short=frozenset(map(fold, entry.short)),
        lands=frozenset(entry.lands),
    )
