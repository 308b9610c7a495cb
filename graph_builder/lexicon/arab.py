"""How Arabs spell their names in Latin letters, after Wikidata's labels of 46,000 people of Arab countries."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from typing import Any

# What has no spelling in this country of few people listed is taken from all of the Arab East: spelt after English.
_COUNTRY = "OM"
_CANDIDATES = 8
_ARTICLES = ("al-", "al ", "el-", "el ", "al'")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word in Latin letters, and how many people are known to spell it so: 0, where it was made from its letters."""

    latin: str
    people: int


@functools.lru_cache(maxsize=1 << 14)
def arab_name(word: str) -> Spelling:
    """A word of an Arab's name as it is mostly spelt, the article kept apart; with vowels, known or likely.

    >>> arab_name("الشهري").latin, arab_name("سعد").latin
    ('al-Shehri', 'Saad')
    """
    stem = word[2:] if word.startswith("ال") and len(word) > 4 else word
    spelt = _spelt(word)
    if stem != word and not spelt.people:
        spelt = max(_spelt(stem), spelt, key=lambda each: each.people)
    return Spelling(f"al-{spelt.latin}", spelt.people) if stem != word else spelt


def _spelt(word: str) -> Spelling:
    candidates = _romanizer().transliterate(word, top_k=_CANDIDATES, country=_COUNTRY)
    people: Counter[str] = Counter()
    for candidate in candidates:
        people[_bare(candidate.text, word)] += sum(unit.count for unit in candidate.units)
    if not people:
        return Spelling("", 0)
    latin, number = people.most_common(1)[0]
    return Spelling(latin, number)


def _bare(latin: str, word: str) -> str:
    """A spelling in one word, without its article where the word has one, and without marks of ayn."""
    has_article = word.startswith("ال") and latin.lower().startswith(_ARTICLES) and len(latin) > 4
    bare = (latin[3:] if has_article else latin).replace("'", "").replace("-", " ").strip()
    return " ".join(part[:1].upper() + part[1:] for part in bare.split())


@functools.cache
def _romanizer() -> Any:
    from arabic_name_romanizer import Transliterator  # only where a name is met; it brings a network

    return Transliterator()
