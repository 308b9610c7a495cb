"""Names in Latin letters: their known spelling, else a readable transliteration."""

from __future__ import annotations

import functools
import re

from graph_builder.arabic.fold import fold, has_arabic
from graph_builder.arabic.latin import latin
from graph_builder.arabic.marks import without_marks
from graph_builder.lexicon.arab_names import ARTICLE, arab_name, known_spelling
from graph_builder.lexicon.foreign_names import foreign, foreign_name
from graph_builder.lexicon.latin_words import latin_spellings, latin_words

# What speaks for an Arab's name, above nought, or for another's: summed over the words of a name.
SPEAKING = {"particle": 3.0, "article": 2.0, "arab_table": 1.0, "arab_letter": 1.0, "borne": 1.0}
SPEAKING_AGAINST = {"foreign_table": -2.0, "foreign_letter": -2.0, "foreign_list": -1.0, "unheard_of": -0.5}
_JOINED = re.compile("^(عبد)(?=ال..)|^([أا]بو)(?=...)")
_ARAB_LETTERS = re.compile("[حعضظص]|ة$|ئ|ء")
_FOREIGN_LETTERS = re.compile("[پڤگچ]|تش|و$")
_BEARERS = 3
"""From how many bearers on a spelling is one that Arabs are known by."""


@functools.lru_cache(maxsize=1 << 14)
def romanize(name: str) -> tuple[str, bool]:
    """Return a name in Latin letters, and whether any of it was transliterated for want of a known spelling.

    >>> romanize("سعد الصعب"), romanize("مارك تونر")
    (('Saad al-Saab', False), ('Mark Toner', False))

    Raises:
        LexiconError: If a file of names does not hold what it should.
    """
    words = [part for word in without_marks(name).split() for part in _parted(word)]
    is_arab = arabness(words[1:] if fold(words[0]) == "بن" else words) >= 0 if words else True
    spelt, made = [], False
    while words:
        taken, latin_word, guessed = _next(words, is_arab)
        spelt.append(latin_word)
        made |= guessed
        words = words[taken:]
    return " ".join(filter(None, spelt)), made


def arabness(words: list[str]) -> float:
    """Return a score for a name being Arabic; a negative score speaks for another language."""
    return sum(_speaks(word) for word in words if has_arabic(word))


def _parted(word: str) -> list[str]:
    """Return a word, and the particle that some write together with it: «عبدالرحمن», «ابوبكر»."""
    found = _JOINED.match(word)
    if not found or fold(word) in latin_words():
        return [word]
    return [found.group(), word[found.end() :]]


@functools.lru_cache(maxsize=1 << 16)
def _speaks(word: str) -> float:
    folded = fold(word)
    if folded in latin_spellings().arab_particles:
        return SPEAKING["particle"]
    if folded in latin_spellings().foreign:
        return SPEAKING_AGAINST["foreign_table"]
    if folded in latin_spellings().arab:
        return SPEAKING["arab_table"]
    if _FOREIGN_LETTERS.search(word):
        return SPEAKING_AGAINST["foreign_letter"]
    if word.startswith("ال") and len(word) > 4 and not foreign_name(word):
        return SPEAKING["article"]
    if _ARAB_LETTERS.search(word):
        return SPEAKING["arab_letter"]
    if _is_borne(word):
        return SPEAKING["borne"]
    return SPEAKING_AGAINST["foreign_list" if foreign_name(word) else "unheard_of"]


def _next(words: list[str], is_arab: bool) -> tuple[int, str, bool]:
    """Return the number of words read, their spelling, and whether that was transliterated."""
    for taken in (2, 1):
        key = fold(" ".join(words[:taken]))
        known = latin_words().get(key) if is_arab else latin_spellings().foreign.get(key, latin_words().get(key))
        if known and len(words) >= taken and not (taken == 1 and _is_servant(words)):
            return taken, known, False
    if _is_servant(words):
        served, guessed = _word(words[1], is_arab=True)
        return 2, f"Abdul {served.removeprefix(ARTICLE)}", guessed
    return 1, *_word(words[0], is_arab)


def _is_servant(words: list[str]) -> bool:
    """Return whether a name begins with «عبد» and a name of God."""
    return len(words) > 1 and fold(words[0]) == "عبد" and words[1].startswith("ال")


@functools.lru_cache(maxsize=1 << 16)
def _word(word: str, is_arab: bool) -> tuple[str, bool]:
    if not has_arabic(word):
        return word, False
    if not is_arab:
        found = foreign_name(word)
        if found:
            return found, False
        if not _is_borne(word):
            return latin(word, foreign().endings), True
    stem = latin_spellings().arab.get(fold(word.removeprefix("ال"))) if word.startswith("ال") else None
    if stem:
        return f"{ARTICLE}{stem}", False
    spelt = arab_name(word)
    return (spelt.latin, spelt.people == 0) if spelt.latin else (latin(word), True)


def _is_borne(word: str) -> bool:
    known = known_spelling(word)
    return known is not None and known.people >= _BEARERS
