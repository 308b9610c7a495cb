"""Romanize names for which no Latin spelling is known."""

from __future__ import annotations

from collections.abc import Mapping

from graph_builder.arabic.marks import without_marks

# ALA-LC romanization without dots and macrons. Arabic omits short vowels; where a word cannot be pronounced without
# one, "a", the most frequent, is inserted.
_LETTERS = {
    "ا": "a",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "ٱ": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "ع": "a",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "w",
    "ي": "y",
    "ى": "a",
    "ة": "a",
    "ء": "",
    "ئ": "",
    "ؤ": "u",
    "پ": "p",
    "چ": "ch",
    "ڤ": "v",
    "گ": "g",
    "ک": "k",
    "ی": "y",
}
_CONSONANTS = set("بتثجحخدذرزسشصضطظعغفقكلمنه")
_CONSONANT_SOUNDS = set(_LETTERS.values()) - {"a", "i", "u", ""}
_LIQUIDS = {"l", "m", "n", "r"}


def latin(name: str, endings: Mapping[str, str] | None = None) -> str:
    """Return a romanization of a name, each word capitalized.

    Args:
        name: The name in Arabic letters.
        endings: For foreign names, in which Arabic writes most vowels: the Latin spelling of each Arabic word ending.

    >>> latin("لافروف"), latin("الأسد")
    ('Lafruf', 'al-Asd')
    >>> latin("لافروف", {"وف": "ov"})
    'Lafrov'
    """
    return " ".join(_word(word) if endings is None else _foreign(word, endings) for word in without_marks(name).split())


def _word(word: str) -> str:
    if word == "الله":  # not an article with a word
        return "Allah"
    if word.startswith("ال") and len(word) > 3:
        return "al-" + _word(word[2:])
    return _vowelled(_sounds(word, {"و": "u", "ي": "i"})).capitalize()


def _foreign(word: str, endings: Mapping[str, str]) -> str:
    """Return a foreign word with its written vowels, and one more where it ends in two consonants."""
    ending = max((each for each in endings if word.endswith(each) and len(word) > len(each)), key=len, default="")
    sounds = _sounds(word.removesuffix(ending), {"و": "o", "ي": "i"})
    if not ending and len(sounds) > 1 and sounds[-1] in _LIQUIDS and sounds[-2] in _CONSONANT_SOUNDS - _LIQUIDS:
        sounds.insert(-1, "e")
    return ("".join(sounds) + endings.get(ending, "")).capitalize()


def _sounds(word: str, long: Mapping[str, str]) -> list[str]:
    sounds = []
    for index, letter in enumerate(word):
        between = index > 0 and (word[index - 1] in _CONSONANTS or index == 1)
        is_long = letter in long and between and (index + 1 == len(word) or word[index + 1] in _CONSONANTS)
        sounds.append(long[letter] if is_long else _LETTERS.get(letter, letter))
    return [sound for sound in sounds if sound]


def _vowelled(sounds: list[str]) -> str:
    """Return the sounds with "a" inserted after an initial consonant and after every second consonant in a row."""
    spelt = ""
    row = 0  # consonants since the last vowel
    for index, sound in enumerate(sounds):
        if sound not in _CONSONANT_SOUNDS:
            row = 0
        elif (row == 1 and index == 1) or row == 2:
            spelt += "a"
            row = 1
        else:
            row += 1
        spelt += sound
    return spelt
