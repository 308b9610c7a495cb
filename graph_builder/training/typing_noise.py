"""Typing noise: common spelling variants of news, as functions of a word or a text.

It is used to augment training data, and to measure the loss of accuracy by each variant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Rewrite = Callable[[str], str]

_WESTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_QUOTES = ("«»", "“”", "„“", "‘’")


def no_hamza(word: str) -> str:
    """Return the word without hamza on alef: الى for إلى."""
    return re.sub("[أإآ]", "ا", word)


def final_alef(word: str) -> str:
    """Return the word with final alef maqsura for ya: فى for في."""
    return re.sub(r"ي$", "ى", word)


def final_ya(word: str) -> str:
    """Return the word with final ya for alef maqsura: علي for على."""
    return re.sub(r"ى$", "ي", word)


def final_ha(word: str) -> str:
    """Return the word with final ha for ta marbuta: الحكومه for الحكومة."""
    return re.sub(r"ة$", "ه", word)


def marks(word: str) -> str:
    """Return the word with shadda and tanwin where they are common: فعليّاً."""
    word = re.sub(r"(?<=[\u0621-\u064a]{3})ي(?=ا?$)", "يّ", word)
    return re.sub(r"(?<=[\u0621-\u064a][\u0621-\u064a\u0651])ا$", "اً", word)


def tatweel(word: str) -> str:
    """Return the word with tatweel: ســــوريا."""
    return re.sub(r"(?<=[سشصضطظعغفقكلمنهيبتثجحخ])(?=[\u0627-\u064a])", "ــ", word, count=1)


def eastern_digits(word: str) -> str:
    """Return the word with Eastern Arabic digits: ٢٠٢٤ for 2024."""
    return word.translate(_WESTERN)


WORDS: dict[str, Rewrite] = {
    "no hamza": no_hamza,
    "ى for ي": final_alef,
    "ي for ى": final_ya,
    "ه for ة": final_ha,
    "marks": marks,
    "tatweel": tatweel,
    "eastern digits": eastern_digits,
}


def any_quotes(text: str, rng: random.Random) -> str:
    """Return the text with other quotation marks, at random for each pair of straight ones."""
    return re.sub('"([^"]*)"', lambda match: match[1].join(rng.choice(_QUOTES)), text)


def no_space_after_stop(text: str) -> str:
    """Return the text without spaces between sentences: «…أعوام.وقال»."""
    return re.sub(r"(?<=[\u0621-\u064a][.؟?!]) +(?=[\u0621-\u064a])", "", text)


def typing_noise(rng: random.Random) -> Rewrite:
    """Return a random combination of variants that lose a distinction, applied consistently."""
    likely = {no_hamza: 0.65, final_alef: 0.25, final_ya: 0.15, final_ha: 0.25}
    kept = [habit for habit, share in likely.items() if rng.random() < share] or [no_hamza]

    def retype(word: str) -> str:
        for habit in kept:
            word = habit(word)
        return word

    return retype
