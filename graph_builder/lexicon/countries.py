"""Countries: their names in Arabic and English, and the adjectives that mean them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from babel import Locale

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.nisba import nisba_stem
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Table, load


class _Added(Table, frozen=True):
    name: str = ""
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    found: bool = True
    only: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code, with its own name, CLDR's English one, and all its names, folded.

    `found` are the names by which it is recognised in any text; a name that is also a common word is not among them.
    `adjective` is the first of its adjectives as it is written, masculine singular.
    """

    code: str
    name: str
    latin: str
    names: frozenset[str]
    found: frozenset[str]
    adjectives: frozenset[str]
    adjective: str | None


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries, found by code, by name and by adjective."""

    by_code: dict[str, Country]
    by_name: dict[str, Country]
    _by_adjective: dict[str, Country]

    def of_adjective(self, word: str) -> Country | None:
        """Return the country that a nisba adjective refers to, in any gender, number, case and spelling.

        >>> countries().of_adjective("الروسيّة").code
        'RU'
        """
        stem = nisba_stem(word)
        return self._by_adjective.get(stem) if stem else None


@functools.cache
def countries() -> Countries:
    """Return the countries of CLDR with the additions of `countries.yaml`.

    Raises:
        LexiconError: If `countries.yaml` does not hold what it should.
    """
    added = load("countries.yaml", dict[str, _Added])
    arabic, english = ({str(k): str(v) for k, v in Locale(each).territories.items()} for each in ("ar", "en"))
    by_code = {}
    for code in sorted(c for c in arabic if len(c) == 2 and c.isalpha() and c not in _NO_COUNTRIES):
        entry = added.pop(code, _Added())
        name = entry.name or arabic[code]
        others = () if entry.only else (arabic[code], *entry.names)
        names = frozenset(fold(n) for n in (name, *others))
        by_code[code] = Country(
            code,
            name,
            english[code],
            names,
            names if entry.found else names - {fold(name)},
            frozenset(fold(adjective) for adjective in entry.adjectives),
            next(iter(entry.adjectives), None),
        )
    if added:
        raise LexiconError(
            f"lexicon/countries.yaml: {', '.join(sorted(added))} is no country of CLDR; correct it there."
        )
    every = by_code.values()
    return Countries(
        by_code,
        {name: country for country in every for name in country.names},
        # The beginning of ألماني looks like an article, and is cut from what is looked up.
        {form: c for c in every for adjective in c.adjectives for form in (adjective, without_article(adjective))},
    )


# CLDR's codes for groupings, outlying islands and pseudo-territories.
_NO_COUNTRIES = frozenset(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"])
