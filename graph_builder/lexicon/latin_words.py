"""How words of names are usually written in Latin letters."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import load, section

_FILE = "latin_words.yaml"


@dataclass(frozen=True, slots=True)
class LatinSpellings:
    """Latin spellings by the folded word, or pair of words: of Arabs and their neighbours, of others, of places."""

    arab: dict[str, str]
    foreign: dict[str, str]
    places: dict[str, str]


@functools.cache
def latin_spellings() -> LatinSpellings:
    """The names whose spelling is known.

    Raises LexiconError.
    """
    content = load(_FILE)
    tables = {name: section(_FILE, content, name, dict) for name in ("arab", "foreign", "places")}
    if not all(isinstance(each, str) for table in tables.values() for pair in table.items() for each in pair):
        raise LexiconError(f"lexicon/{_FILE}: words and their spellings must be text; mend it there.")
    return LatinSpellings(
        **{name: {fold(word): latin for word, latin in table.items()} for name, table in tables.items()}
    )


@functools.cache
def latin_words() -> dict[str, str]:
    """Latin spellings by the folded word, or pair of words, that they spell.

    Raises LexiconError.
    """
    return {**latin_spellings().foreign, **latin_spellings().places, **latin_spellings().arab}
