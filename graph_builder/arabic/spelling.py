"""Measure how well an Arabic word transcribes a foreign name: «شفيتزر» fits Schweitzer, but not Schuster."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder.arabic.fold import fold

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})
_NO_LETTERS = re.compile("[^a-z]+")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1+")
# The classes of letters that are transcribed consistently; * is a run of other consonants, and vowels are left out.
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
    """Return a Latin name without diacritics: Sabya for Şabyā."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def plain(name: str) -> str:
    """Return a Latin name in lower case without diacritics and doubled consonants.

    >>> plain("Müller")
    'muler'
    """
    small = name.lower()
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small.translate(_PLAIN))
    letters = _NO_LETTERS.sub("", small)
    return _TWICE.sub(r"\1", letters.replace("ph", "f").replace("dt", "t"))


def arabic_key(word: str) -> str:
    """Return the index key of an Arabic word: the consonants that are transcribed consistently.

    >>> arabic_key("كريستيان"), arabic_key("شولز")
    ('*R*TN', '*L*')
    """
    return _key(_ARABIC_PAIRS.sub("س", fold(word)), _ARABIC_CLASSES)


def latin_keys(name: str) -> frozenset[str]:
    """Return the index keys of a plain Latin name; w and j have two pronunciations, and a last letter may be silent.

    >>> sorted(latin_keys("christian"))
    ['*R*TN']
    """
    heard = itertools.product(("", "v") if "w" in name else ("",), ("g", "") if "j" in name else ("",))
    spelt = {name.replace("w", w).replace("j", j) for w, j in heard}
    endings = spelt | {_DROPPED_ENDING.sub("", each) for each in spelt}
    return frozenset(_key(_LATIN_PAIRS.sub("s", each).replace("th", "t"), _LATIN_CLASSES) for each in endings)


def _key(text: str, classes: Mapping[str, str]) -> str:
    return _RUN.sub("*", "".join([classes.get(letter, "") for letter in text]))


def distances(
    word: str,
    names: Iterable[str],
    sounds: Mapping[str, Mapping[str, float]],
    silent: Mapping[str, float],
    farthest: float = float("inf"),
) -> Iterator[float]:
    """Yield the distance of each plain name from an Arabic word: a weighted edit distance, infinite if none aligns.

    Args:
        word: The Arabic word.
        names: The names, as `plain` returns them.
        sounds: The Latin spellings of one to three Arabic letters, each with its cost.
        silent: The cost of letters that occur in the name only; with `$` after them, at its end.
        farthest: The distance from which on a name need not be measured exactly.
    """
    folded = fold(word)
    heard = [
        [(length, each) for length in (1, 2, 3) for each in sounds.get(folded[at : at + length], {}).items()]
        for at in range(len(folded))
    ]
    return (_distance(heard, name, silent, farthest) for name in names)


def _distance(
    heard: Sequence[Sequence[tuple[int, tuple[str, float]]]], name: str, silent: Mapping[str, float], farthest: float
) -> float:
    """Return the distance of a name; `heard` has the spellings, with length and cost, from each letter of the word."""
    # For each prefix of the word: the least cost by the length of the prefix of the name aligned with it.
    prices: list[dict[int, float]] = [{} for _ in range(len(heard) + 4)]
    prices[0][0] = 0.0
    for at in range(len(heard) + 1):
        here = prices[at]
        if not here and not prices[at + 1] and not prices[at + 2]:
            return float("inf")
        for read in range(min(here, default=len(name)), len(name) + 1):
            so_far = here.get(read)
            if so_far is None or so_far > farthest:
                continue
            for length, (sound, price) in heard[at] if at < len(heard) else ():
                if name.startswith(sound, read):
                    place = read + len(sound)
                    if so_far + price < prices[at + length].get(place, float("inf")):
                        prices[at + length][place] = so_far + price
            unheard = silent.get(f"{name[read:]}$", silent.get(name[read])) if read < len(name) else None
            if unheard is not None and so_far + unheard < here.get(read + 1, float("inf")):
                here[read + 1] = so_far + unheard
    return prices[len(heard)].get(len(name), float("inf"))
