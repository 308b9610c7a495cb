"""The words that names of bodies are made of, and the bodies that news at large names."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import Any

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Words, load, section, words


@dataclass(frozen=True, slots=True)
class Organization:
    """A well-known body: its own name, its Latin one, all its names folded, and adjectives that mean it.

    `found` are the names by which it can be told in any text; others mean it only where something says so. `short`
    names mean it in articles on `lands`, countries by code, or where the article names it in full.
    """

    name: str
    latin: str
    names: Words
    found: Words
    adjectives: Words
    short: Words
    lands: frozenset[str]


@dataclass(frozen=True, slots=True)
class Organizations:
    """The lists of `organizations.yaml`, which says what each holds; `same` maps a head to the one it stands for."""

    heads: Words
    bare: Words
    of_states: Words
    between: Words
    generic: Words
    members: Words
    followers: Words
    ignored: Words
    ministries: Words
    armies: Words
    armed: Words
    commands: Words
    national: Words
    portfolios: Words
    same: dict[str, str]
    by_name: dict[str, Organization]
    by_adjective: dict[str, Organization]
    by_short: dict[str, tuple[Organization, ...]]


@functools.cache
def organizations() -> Organizations:
    """The words of bodies' names and the bodies known.

    Raises LexiconError.
    """
    file = "organizations.yaml"
    content = load(file)
    derived = ("same", "by_name", "by_adjective", "by_short")
    lists = {f.name: words(file, content, f.name) for f in fields(Organizations) if f.name not in derived}
    known = [_body(file, entry) for entry in section(file, content, "known", list)]
    return Organizations(
        **lists,
        same={fold(word): fold(group[0]) for group in section(file, content, "same", list) for word in group},
        by_name={name: organization for organization in known for name in sorted(organization.names)},
        by_adjective={
            adjective: organization for organization in known for adjective in sorted(organization.adjectives)
        },
        by_short={
            name: tuple(b for b in known if name in b.short)
            for organization in known
            for name in sorted(organization.short)
        },
    )


def _body(file: str, entry: dict[str, Any]) -> Organization:
    try:
        names = frozenset(fold(name) for name in entry["names"])
        found = frozenset(fold(name) for name in entry.get("only", entry["names"]))
        adjectives, short = (frozenset(map(fold, entry.get(key, ()))) for key in ("adjectives", "short"))
        return Organization(
            entry["names"][0], entry["latin"], names, found, adjectives, short, frozenset(entry.get("in", ()))
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon/{file}: {entry!r} lacks {error}; mend it there.") from error
