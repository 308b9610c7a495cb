"""Names of bodies in English, put together from English for their words."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.marks import without_marks
from graph_builder.errors import LexiconError
from graph_builder.lexicon.countries import countries
from graph_builder.lexicon.load import load, section

_FILE = "english.yaml"


@dataclass(frozen=True, slots=True)
class English:
    """English by the folded Arabic word or words, and for countries by code."""

    heads: dict[str, str]
    of: dict[str, str]
    adjectives: dict[str, str]
    countries: dict[str, str]


def english_body(name: str) -> str | None:
    """What a body is called in English, where every word of its name is known; else None.

    >>> english_body("وزارة الدفاع الروسية")
    'Russian Ministry of Defence'
    >>> english_body("القيادة العامة للجيش السوري")
    'General Command of the Syrian Army'

    Raises LexiconError.
    """
    words = without_marks(name).split()
    ends = [index for index, word in enumerate(words) if index and word.startswith("لل")]
    parts = [words[start:end] for start, end in zip([0, *ends], [*ends, len(words)], strict=True)]
    named = [_named(part if number == 0 else [f"ال{part[0][2:]}", *part[1:]]) for number, part in enumerate(parts)]
    return None if None in named else " of the ".join(filter(None, named))


def _named(words: list[str]) -> str | None:
    """One head with what it is of and how it is, adjectives of countries first, each before the noun it goes with.

    An adjective of a country goes with the head, unless it is of another gender.
    """
    nouns: list[_Noun] = []
    while words:
        country = countries().of_adjective(words[0])
        taken, english = (1, None) if country else _noun(words, first=not nouns)
        if english:
            nouns.append(_Noun(english, _is_feminine(words[0])))
        elif nouns and country and (adjective := english_words().countries.get(country.code)):
            agreeing = [noun for noun in nouns if noun.feminine == _is_feminine(words[0])]
            (agreeing or nouns)[0].country.append(adjective)
        elif nouns and not country and (adjective := _adjective(fold(without_article(words[0])))):
            nouns[-1].adjectives.insert(0, adjective)
        else:
            return None
        words = words[taken:]
    return " of ".join(noun.described() for noun in nouns) or None


@dataclass(slots=True)
class _Noun:
    """A noun in English, and the adjectives before it."""

    english: str
    feminine: bool
    country: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)

    def described(self) -> str:
        the = "the " if self.english.startswith("the ") else ""
        return the + " ".join([*self.country, *self.adjectives, self.english.removeprefix(the)])


def _noun(words: list[str], first: bool) -> tuple[int, str | None]:
    """How many words a noun takes, and its English, as a head or as what the head is of."""
    table = english_words().heads if first else english_words().of
    for taken in (2, 1):
        key = " ".join(fold(without_article(word)) for word in words[:taken])
        forms = (key, key.removesuffix("ه")) if taken == 2 else (key,)
        found = next((table[form] for form in forms if form in table), None)
        if found:
            return min(taken, len(words)), found
    return 1, None


def _is_feminine(word: str) -> bool:
    """By its ending, that of feminine nouns or of plurals of things."""
    return word.endswith(("ة", "ات"))


def _adjective(key: str) -> str | None:
    """English for an adjective in any gender and number."""
    english = english_words().adjectives
    forms = (key, key.removesuffix("ه"), key.removesuffix("ون"), key.removesuffix("ين"))
    return next((english[form] for form in forms if form in english), None)


@functools.cache
def english_words() -> English:
    """The words that names of bodies are made of, and the adjectives of countries.

    Raises LexiconError.
    """
    content = load(_FILE)
    parts = {name: section(_FILE, content, name, dict) for name in ("heads", "of", "adjectives", "countries")}
    if not all(isinstance(each, str) for part in parts.values() for pair in part.items() for each in pair):
        raise LexiconError(f"lexicon/{_FILE}: words and what they are in English must be text; mend it there.")
    folded = {name: {fold(word): english for word, english in parts[name].items()} for name in parts}
    return English(folded["heads"], folded["of"], folded["adjectives"], parts["countries"])
