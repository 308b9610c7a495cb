"""Names of other languages in their own spelling, found by their Arabic spelling."""

from __future__ import annotations

import functools
import importlib
import math
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph_builder.arabic.spelling import arabic_key, distances, latin_keys, plain
from graph_builder.lexicon.load import Table, load

_LONGEST = 20


class Foreign(Table, frozen=True):
    """The tables of `foreign_names.yaml`, which says what each holds."""

    sounds: dict[str, dict[str, float]]
    silent: dict[str, float]
    endings: dict[str, str]
    left_out: frozenset[str]
    farthest: float
    common: float


@functools.cache
def foreign() -> Foreign:
    """Return how Arabic writes names of other languages.

    Raises:
        LexiconError: If `foreign_names.yaml` does not hold what it should.
    """
    return load("foreign_names.yaml", Foreign)


@functools.lru_cache(maxsize=1 << 14)
def foreign_name(word: str) -> str | None:
    """Return the foreign name that a word spells: the most common of the nearest; None if none is near.

    >>> foreign_name("ريتشارد"), foreign_name("شولز"), foreign_name("الزهراني")
    ('Richard', 'Scholz', None)

    Raises:
        LexiconError: If `foreign_names.yaml` does not hold what it should.
    """
    told = foreign()
    farthest = told.farthest * len(word)
    alike = _names().get(arabic_key(word), ())
    far = distances(word, (plainly for _, plainly, _ in alike), told.sounds, told.silent, farthest)
    near = [
        (each - told.common * math.log10(lists), name)
        for each, (name, _, lists) in zip(far, alike, strict=True)
        if each <= farthest
    ]
    return min(near)[1] if near else None


@functools.cache
def _names() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Return the names of all lists by key, each without accents and with the number of lists that hold it."""
    lists = Counter(name for locale in _locales() for name in _of_locale(locale))
    found = defaultdict(list)
    for name in sorted(lists):
        for key in latin_keys(plain(name)) if _is_name(name) else ():
            found[key].append((name, plain(name), lists[name]))
    return {key: tuple(names) for key, names in found.items()}


def _locales() -> Iterator[Any]:
    from faker.providers import person  # only where a foreign name is met

    for module in pkgutil.iter_modules(person.__path__):
        if module.name not in foreign().left_out:
            yield importlib.import_module(f"{person.__name__}.{module.name}").Provider


def _of_locale(provider: Any) -> frozenset[str]:
    """Return the given and family names of a list of Faker."""
    parts = [part for part in dir(provider) if "names" in part and part.startswith(("first", "last", "middle"))]
    lists = [held for part in parts if isinstance(held := getattr(provider, part), Iterable)]
    listed = {name for held in lists for name in held if isinstance(name, str)}
    return frozenset(listed)


def _is_name(name: str) -> bool:
    """Return whether a name is one word in Western European letters."""
    one_word = name.replace("-", "").isalpha() and name.istitle() and 2 < len(name) <= _LONGEST
    return one_word and max(name) < "\u0100" and bool(plain(name))
