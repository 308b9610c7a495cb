"""What tells the languages apart that are written in Arabic letters."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from graph_builder.lexicon.load import load, section

_FILE = "languages.yaml"
_LANGUAGES = ("arabic", "persian", "urdu", "kurdish", "pashto")


@functools.cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the function words of each language, Arabic first, as they are typed.

    Raises LexiconError.
    """
    content = load(_FILE)
    return {language: frozenset(section(_FILE, content, language, list)) for language in _LANGUAGES}
