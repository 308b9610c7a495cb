"""A Latin spelling for names that no source spells."""

from __future__ import annotations

from graph_builder.arabic.marks import without_marks

# After the romanisation of ALA-LC without its dots and macrons; short vowels, which are not written, stay out.
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


def latin(name: str) -> str:
    """A reading of an Arabic name in Latin letters, each word capitalised.

    >>> latin("سيرغي لافروف"), latin("الأسد")
    ('Sirghi Lafruf', 'al-Asd')
    """
    return " ".join(_word(word) for word in without_marks(name).split())


def _word(word: str) -> str:
    if word.startswith("ال") and len(word) > 3:
        return "al-" + _word(word[2:])
    letters = []
    for index, letter in enumerate(word):
        between = index > 0 and word[index - 1] in _CONSONANTS
        long = between and (index + 1 == len(word) or word[index + 1] in _CONSONANTS)
        letters.append({"و": "u", "ي": "i"}[letter] if long and letter in "وي" else _LETTERS.get(letter, letter))
    return "".join(letters).capitalize()
