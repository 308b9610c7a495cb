"""Latin spellings of Arabic names, from Wikidata's labels of 46,000 people of Arab countries."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

# What has no spelling in this country of few people listed is taken from all of the Arab East: spelt after English.
_COUNTRY = "OM"
_CANDIDATES = 8
ARTICLE = "al-"
_APART = re.compile("[AaEe]l[- ](?=..)")
_ARTICLE = re.compile("[AaEe]l[- ']?(?=..)")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word in Latin letters and the number of people known to spell it so; 0 if it was derived from its letters."""

    latin: str
    people: int


@functools.lru_cache(maxsize=1 << 14)
def arab_name(word: str) -> Spelling:
    """Return the most common spelling of a word of an Arabic name, vowels included, without its article.

    >>> arab_name("الشهري").latin, arab_name("سعد").latin
    ('al-Shehri', 'Saad')
    """
    known = known_spelling(word)
    guessed = known or Spelling(_bare(_guessing().transliterate(word, country=_COUNTRY), word), 0)
    return Spelling(f"{ARTICLE}{guessed.latin}", guessed.people) if _stem(word) != word else guessed


@functools.lru_cache(maxsize=1 << 14)
def known_spelling(word: str) -> Spelling | None:
    """Return the most common spelling among the people known by a name, without an article; None if there are none."""
    for form in dict.fromkeys((word, _stem(word))):
        people: Counter[str] = Counter()
        for candidate in filter(None, _listed().transliterate(form, top_k=_CANDIDATES, country=_COUNTRY)):
            people[_bare(candidate.text, form)] += sum(unit.count for unit in candidate.units)
        if people.total():
            return Spelling(*people.most_common(1)[0])
    return None


def _stem(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _bare(latin: str, word: str) -> str:
    """Return a spelling in one word, without its article where the word has one, and without marks of ayn."""
    article = _ARTICLE.match(latin) if word.startswith("ال") and word[2] not in "لاأإآع" else _APART.match(latin)
    bare = latin[article.end() if article else 0 :].replace("'", "").replace("-", " ").strip()
    return " ".join(part[:1].upper() + part[1:] for part in bare.split())


@functools.cache
def _listed() -> Any:
    """Return the transliterator of known spellings alone."""
    from arabic_name_romanizer import Transliterator  # only where a name is met

    return Transliterator(auto_load_model=False, use_rules_fallback=False)


@functools.cache
def _guessing() -> Any:
    """Return the transliterator with its network, for names without a known spelling."""
    from arabic_name_romanizer import Transliterator
    from arabic_name_romanizer.api import default_resources_dir, load_model

    return Transliterator(model=load_model(default_resources_dir()), auto_load_model=False)  # not that of Persian
