"""How words of names are usually written in Latin letters."""

from __future__ import annotations

import functools

from graph_builder.arabic.fold import fold
from graph_builder.errors import LexiconError
from graph_builder.lexicon.load import load


@functools.cache
def latin_words() -> dict[str, str]:
    """Latin spellings by the folded word, or pair of words, that they spell.

    Raises LexiconError.
    """
    listed = load("names.yaml").get("latin")
    if not isinstance(listed, dict) or not all(isinstance(each, str) for each in (*listed, *listed.values())):
        raise LexiconError("lexicon/names.yaml: latin is no list of words with their spelling; mend it there.")
    return {fold(word): spelling for word, spelling in listed.items()}
