"""English for the words that names of bodies are made of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Words, load, section, words

_FILE = "english.yaml"
_PHRASES = ("heads", "of", "sports", "adjectives", "letters")
_WORDS = ("titles", "prepositions", "named")
_ARTICLE = re.compile("^(?:([وب])?ال|(ل)ل)(?=..)")


@dataclass(frozen=True, slots=True)
class English:
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
    foremost: frozenset[str]
    takes_names: frozenset[str]
    unfinished: Words


def phrase(words: Iterable[str]) -> str:
    """Words as they are looked for: folded, without articles: «والتنمية» as «وتنمية», «للنفط» as «لنفط».

    >>> phrase(["الشؤون", "الاقتصادية", "والتنمية"])
    'شوون اقتصاديه وتنميه'
    """
    return " ".join(_ARTICLE.sub(r"\1\2", fold(word)) for word in words)


@functools.cache
def english_words() -> English:
    """The words that names of bodies are made of, and the adjectives of countries.

    Raises LexiconError.
    """
    content = load(_FILE)
    parts = {name: section(_FILE, content, name, dict) for name in (*_PHRASES, *_WORDS, "countries")}
    if not all(isinstance(each, str) for part in parts.values() for pair in part.items() for each in pair):
        raise LexiconError(f"lexicon/{_FILE}: words and what they are in English must be text; mend it there.")
    return English(
        **{name: {phrase(text.split()): each for text, each in parts[name].items()} for name in _PHRASES},
        **{name: {fold(word): each for word, each in parts[name].items()} for name in _WORDS},
        countries=parts["countries"],
        before=frozenset(section(_FILE, content, "before", list)),
        compounds=frozenset(section(_FILE, content, "compounds", list)),
        foremost=frozenset(section(_FILE, content, "foremost", list)),
        takes_names=frozenset(section(_FILE, content, "takes_names", list)),
        unfinished=words(_FILE, content, "unfinished"),
    )
