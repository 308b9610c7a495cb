"""Whether a text is in Arabic."""

from __future__ import annotations

import re
from collections import Counter

from graph_builder.arabic.script import arabic_letters, is_foreign
from graph_builder.lexicon import language_words

ARABIC = "arabic"

_WORD = re.compile(r"[^\W\d_]+")
# With so many Arabic letters a text has Arabic parts, whatever else it has.
_PARTS = 200
# Another language has so many function words, and so many times those of Arabic.
_TELLING, _TIMES = 3, 2


def language(text: str) -> str:
    """Return the language of a text, by the share of its Arabic letters and by its function words.

    It is one of those of the lexicon, or `other` where letters of another script are nearly all.
    """
    if is_foreign(text) and arabic_letters(text) < _PARTS:
        return "other"
    words = Counter(_WORD.findall(text))
    found = {name: sum(words[word] for word in those) for name, those in language_words().items()}
    most = max(found, key=lambda name: found[name])
    return most if found[most] >= max(_TELLING, _TIMES * found[ARABIC]) else ARABIC
