"""A Latin spelling for names that no source spells."""

from __future__ import annotations

from collections.abc import Mapping

from graph_builder.arabic.fold import fold
from graph_builder.arabic.marks import without_marks

# After the romanisation of ALA-LC without its dots and macrons. Short vowels are not written; where a word cannot be
# said without one, an a stands for it, which is the commonest.
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


def latin(name: str, usual: Mapping[str, str] | None = None) -> str:
    """A reading of an Arabic name in Latin letters, each word capitalised.

    usual
        How folded words, and pairs of words, are usually written; the rest is transliterated.

    >>> latin("سيرغي لافروف"), latin("الأسد")
    ('Sirghi Lafruf', 'al-Asd')
    >>> latin("عبد الله غول", {"عبد الله": "Abdullah"})
    'Abdullah Ghul'
    """
    words = without_marks(name).split()
    spelt = []
    while words:
        taken = next((n for n in (2, 1) if fold(" ".join(words[:n])) in (usual or {})), 0)
        spelt.append((usual or {})[fold(" ".join(words[:taken]))] if taken else _word(words[0]))
        words = words[taken or 1 :]
    return " ".join(spelt)


def is_known(name: str, usual: Mapping[str, str]) -> bool:
    """Whether the usual spelling of every word of a name is known."""
    words = without_marks(name).split()
    while words:
        taken = next((n for n in (2, 1) if fold(" ".join(words[:n])) in usual), 0)
        if not taken:
            return False
        words = words[taken:]
    return True


def _word(word: str) -> str:
    if word == "الله":  # no article and a word
        return "Allah"
    if word.startswith("ال") and len(word) > 3:
        return "al-" + _word(word[2:])
    sounds = []
    for index, letter in enumerate(word):
        between = index > 0 and (word[index - 1] in _CONSONANTS or index == 1)
        long = between and (index + 1 == len(word) or word[index + 1] in _CONSONANTS)
        sounds.append({"و": "u", "ي": "i"}[letter] if long and letter in "وي" else _LETTERS.get(letter, letter))
    return _vowelled([sound for sound in sounds if sound]).capitalize()


def _vowelled(sounds: list[str]) -> str:
    """The sounds with an a where a tongue needs one: behind a first consonant, and after every second in a row."""
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
