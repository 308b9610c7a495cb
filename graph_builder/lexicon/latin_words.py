"""Usual Latin spellings of words of names."""

from __future__ import annotations

import functools

from graph_builder.lexicon.load import Table, Words, by_form, load


class LatinSpellings(Table, frozen=True):
    """Latin spellings by the folded word, or pair of words: of Arabs and their neighbours, of others, of places.

    `arab_particles` are the particles and endings of Arabs' names.
    """

    arab: dict[str, str]
    foreign: dict[str, str]
    places: dict[str, str]
    arab_particles: Words


@functools.cache
def latin_spellings() -> LatinSpellings:
    """Return the spellings of names that are known.

    Raises:
        LexiconError: If `latin_words.yaml` does not hold what it should.
    """
    file = load("latin_words.yaml", LatinSpellings)
    return LatinSpellings(by_form(file.arab), by_form(file.foreign), by_form(file.places), file.arab_particles)


@functools.cache
def latin_words() -> dict[str, str]:
    """Return Latin spellings by the folded word, or pair of words, that they spell.

    Raises:
        LexiconError: If `latin_words.yaml` does not hold what it should.
    """
    return {**latin_spellings().foreign, **latin_spellings().places, **latin_spellings().arab}
