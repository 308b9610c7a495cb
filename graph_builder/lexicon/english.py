"""English for the words of organizations' names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from graph_builder.arabic.fold import fold
from graph_builder.lexicon.load import Table, Words, by_form, load

_ARTICLE = re.compile("^(?:([وب])?ال|(ل)ل)(?=..)")


class English(Table, frozen=True):
    """English by the folded Arabic word or words, and for countries by code; `english.yaml` says what each holds."""

    heads: dict[str, str]
    of: dict[str, str]
    sports: dict[str, str]
    adjectives: dict[str, str]
    letters: dict[str, str]
    titles: dict[str, str]
    prepositions: dict[str, str]
    named: dict[str, str]
    countries: dict[str, str]
    before: frozenset[str]
    compounds: frozenset[str]
    federations: frozenset[str]
    foremost: frozenset[str]
    takes_names: frozenset[str]
    unfinished: Words


def phrase(words: Iterable[str]) -> str:
    """Return the look-up form of words: folded, without articles: «والتنمية» as «وتنمية», «للنفط» as «لنفط».

    >>> phrase(["الشؤون", "الاقتصادية", "والتنمية"])
    'شوون اقتصاديه وتنميه'
    """
    # Before folding: «إلكتروني» has no article, and «الإلكترونية» has one only.
    return " ".join(fold(_ARTICLE.sub(r"\1\2", word)) for word in words)


@functools.cache
def english_words() -> English:
    """Return the words that names of organizations are made of, and the adjectives of countries.

    Raises:
        LexiconError: If `english.yaml` does not hold what it should.
    """
    file = load("english.yaml", English)
    return msgspec.structs.replace(
        file,
        heads=_by_phrase(file.heads),
        of=_by_phrase(file.of),
        sports=_by_phrase(file.sports),
        adjectives=_by_phrase(file.adjectives),
        letters=_by_phrase(file.letters),
        titles=by_form(file.titles),
        prepositions=by_form(file.prepositions),
        named=by_form(file.named),
    )


def _by_phrase(table: dict[str, str]) -> dict[str, str]:
    return {phrase(text.split()): english for text, english in table.items()}
