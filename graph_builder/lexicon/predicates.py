"""The closed list of predicates."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import msgspec

from graph_builder.core.values import Kind
from graph_builder.lexicon.load import Table, load

_KINDS: frozenset[Kind] = frozenset(("LOC", "ORG", "PER"))


class _Entry(Table, frozen=True):
    arabic: str = msgspec.field(name="ar")
    english: str = msgspec.field(name="en")
    subject: frozenset[Kind] = _KINDS
    object: frozenset[Kind] = _KINDS
    symmetric: bool = False
    event: bool = True
    plover: str = ""
    cameo: tuple[str, ...] = ()
    lasting: bool = False
    locative: bool = False
    meeting: bool = False
    collocated: bool = False
    territorial: bool = False
    occasion: bool = False
    assisting: bool = False
    adversarial: bool = False
    hostile: bool = False
    rare: bool = False
    stance: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate, its labels, whether something happens, and the kinds of entity that may stand on either side.

    `plover` is its event type in PLOVER, if it has one; `cameo` are its codes in CAMEO (Schrodt, 2012): one root code
    of two digits that means the same, else codes that mean a part of it. `predicates.yaml` says what the others mean.
    """

    name: str
    arabic: str
    english: str
    symmetric: bool
    event: bool
    subject: frozenset[Kind]
    object: frozenset[Kind]
    plover: str
    cameo: tuple[str, ...]
    lasting: bool
    locative: bool
    meeting: bool
    collocated: bool
    territorial: bool
    occasion: bool
    assisting: bool
    adversarial: bool
    hostile: bool
    rare: bool
    stance: bool


@functools.cache
def predicates() -> dict[str, Predicate]:
    """Return the predicates by name, in the order of the list.

    Raises:
        LexiconError: If `predicates.yaml` does not hold what it should.
    """
    file = load("predicates.yaml", dict[str, _Entry])
    return {name: Predicate(name=name, **msgspec.structs.asdict(entry)) for name, entry in file.items()}
