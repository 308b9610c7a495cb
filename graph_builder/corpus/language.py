"""Identify the language of a text."""

from __future__ import annotations

import re
from collections import Counter

from graph_builder.arabic.script import arabic_letters, is_foreign
from graph_builder.lexicon import language_words

ARABIC = "arabic"

_WORD = re.compile(r"[^\W\d_]+")
# A text with so many Arabic letters has Arabic parts, whatever else it contains.
_PARTS = 200
# A text is in another language if it has so many of its function words, and so many times those of Arabic.
_TELLING, _TIMES = 3, 2


def language(text: str) -> str:
    """Return the language of a text, by the share of its Arabic letters and by its function words.

    Returns:
        A language of the lexicon, or `other` if nearly all letters are of another script.
    """
    if is_foreign(text) and arabic_letters(text) < _PARTS:
        return "other"
    words = Counter(_WORD.findall(text))
    found = {name: sum(words[word] for word in those) for name, those in language_words().items()}
    most = max(found, key=lambda name: found[name])
    return most if found[most] >= max(_TELLING, _TIMES * found[ARABIC]) else ARABIC
