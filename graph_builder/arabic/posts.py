"""Find the signs of social media: hashtags, account names, underscores, flags, pictographs and addresses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from babel import Locale

_LETTER = "[\u0621-\u064a\u0671-\u06d3]"
_SIGN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"«»]+)
    | (?P<hashtag>(?:(?<!\w)(?P<clitic>[وفبك]|ل(?!\ *[#@]ال))\ *|(?<![^\W_]))[#@]+(?={_LETTER}))
    | (?P<underscore>(?<={_LETTER})_+(?=[^\W_])|(?<=[^\W_])_+(?={_LETTER}))
    | (?P<flag>[\U0001f1e6-\U0001f1ff]{{2}})
    | (?P<pictograph>[\u2600-\u27bf\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]+)
    """,
    re.VERBOSE,
)
_UNUSUAL = re.compile("[#@_\u2600-\u27bf\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]|://|www\\.")
_FIRST_INDICATOR = 0x1F1E6


def has_signs(text: str) -> bool:
    """Return whether a text may contain such signs."""
    return _UNUSUAL.search(text) is not None


def signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, end and replacement of each sign.

    A conjunction or preposition separated by a hashtag, «و #الإمارات», is joined to its word; a flag becomes the name
    of the country in parentheses.
    """
    for sign in _SIGN.finditer(text):
        yield sign.start(), sign.end(), _instead(sign)


def _instead(sign: re.Match[str]) -> str:
    match sign.lastgroup:
        case "hashtag":
            return sign["clitic"] or ""
        case "underscore" | "pictograph":
            return " "
        case "flag":
            return f" ({_country(sign[0])}) " if _country(sign[0]) else " "
        case _:
            return ""


@functools.cache
def _country(flag: str) -> str:
    code = "".join(chr(ord("A") + ord(letter) - _FIRST_INDICATOR) for letter in flag)
    return str(Locale("ar").territories.get(code, ""))
