"""Whether an Arabic word spells a name of another tongue: «شفيتزر» Schweitzer, but not Schuster."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from graph_builder.arabic.fold import fold

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})
_NO_LETTERS = re.compile("[^a-z]+")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1")
# What is left of a word of the letters that no tongue writes in two ways; * is a run of others but vowels.
_ARABIC_CLASSES = {
    **dict.fromkeys("بپ", "B"),
    **dict.fromkeys("تطثذ", "T"),
    **dict.fromkeys("دض", "D"),
    **dict.fromkeys("فڤ", "F"),
    "ر": "R",
    "ل": "L",
    "م": "M",
    "ن": "N",
    **dict.fromkeys("جخزسشصظكقغگچ", "*"),
}
_LATIN_CLASSES = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("fv", "F"),
    "t": "T",
    "d": "D",
    "r": "R",
    "l": "L",
    "m": "M",
    "n": "N",
    **dict.fromkeys("cgjkqsxz", "*"),
}
_RUN = re.compile(r"\*+")
_ARABIC_PAIRS = re.compile("ت[شس]|د[جز]")
_LATIN_PAIRS = re.compile(r"t(?:sch|ch|s|z|j)|d(?:j|g|z)(?=[aeiouy])|sz|cz|sch|kh|ch|sh|x")
_DROPPED_ENDING = re.compile(r"(?<=[aeiouy])[tdsxz]$")


def without_accents(name: str) -> str:
    """A Latin name without the marks of its letters: Sabya, as English papers write Şabyā."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def plain(name: str) -> str:
    """A Latin name in small letters without marks or doubled consonants.

    >>> plain("Müller")
    'muler'
    """
    small = name.lower()
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small.translate(_PLAIN))
    letters = _NO_LETTERS.sub("", small)
    return _TWICE.sub(r"\1", letters.replace("ph", "f").replace("dt", "t"))


def arabic_key(word: str) -> str:
    """Where to look for the names that a word may spell: its sure consonants.

    >>> arabic_key("كريستيان"), arabic_key("شولز")
    ('*R*TN', '*L*')
    """
    return _key(_ARABIC_PAIRS.sub("س", fold(word)), _ARABIC_CLASSES)


def latin_keys(name: str) -> frozenset[str]:
    """Under which keys a plain name may be looked for: w and j are heard in two ways, and a last letter not always.

    >>> sorted(latin_keys("christian"))
    ['*R*TN']
    """
    heard = itertools.product(("", "v") if "w" in name else ("",), ("g", "") if "j" in name else ("",))
    spelt = {name.replace("w", w).replace("j", j) for w, j in heard}
    endings = spelt | {_DROPPED_ENDING.sub("", each) for each in spelt}
    return frozenset(_key(_LATIN_PAIRS.sub("s", each).replace("th", "t"), _LATIN_CLASSES) for each in endings)


def _key(text: str, classes: Mapping[str, str]) -> str:
    return _RUN.sub("*", "".join([classes.get(letter, "") for letter in text]))


def distance(
    word: str,
    name: str,
    sounds: Mapping[str, Mapping[str, float]],
    silent: Mapping[str, float],
    farthest: float = float("inf"),
) -> float:
    """How far a plain name is from what a word spells, 0 for letter by letter; infinite where it cannot be.

    sounds
        What Arabic letters stand for, each with its price.
    silent
        The price of a letter that is written in the name only; with `$` behind it, at its end.
    farthest
        From where on it does not matter how far.
    """
    folded = fold(word)
    best = {(0, 0): 0.0}
    for at, read in itertools.product(range(len(folded) + 1), range(len(name) + 1)):
        so_far = best.get((at, read))
        if so_far is None or so_far > farthest:
            continue
        for after, price in _steps(folded[at:], name[read:], sounds, silent):
            place = (at + after[0], read + after[1])
            best[place] = min(best.get(place, float("inf")), so_far + price)
    return best.get((len(folded), len(name)), float("inf"))


def _steps(
    word: str, name: str, sounds: Mapping[str, Mapping[str, float]], silent: Mapping[str, float]
) -> Iterator[tuple[tuple[int, int], float]]:
    """What may be read next: how many letters of the word and of the name, and the price."""
    for length in (1, 2, 3):
        if length <= len(word):
            for sound, price in sounds.get(word[:length], {}).items():
                if name.startswith(sound):
                    yield (length, len(sound)), price
    if name:
        unheard = silent.get(f"{name}$", silent.get(name[0]))
        if unheard is not None:
            yield (0, 1), unheard
