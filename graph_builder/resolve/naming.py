"""What entities are called in Latin letters."""

from __future__ import annotations

from graph_builder.arabic.latin import is_known, latin
from graph_builder.lexicon import english_body, latin_words
from graph_builder.values import Kind


def latin_name(kind: Kind, name: str) -> tuple[str, bool]:
    """A name in Latin letters, and whether any of it was made from its letters for want of a known spelling.

    A body is called in English what its words mean, where all of them are known.
    """
    body = english_body(name) if kind == "ORG" else None
    if body:
        return body, False
    return latin(name, latin_words()), not is_known(name, latin_words())
