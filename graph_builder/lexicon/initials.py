"""Words whose first letter reads like a clitic and is their own."""

from __future__ import annotations

import functools
from importlib import resources

from graph_builder.lexicon.load import Words, load, words

_WHOLE = "whole.yaml"


@functools.cache
def own_initials() -> Words:
    """Return the folded words of `initials.txt`, which `graph-builder models train --only initials` counts."""
    return _counted("initials.txt")


@functools.cache
def whole_words() -> Words:
    """Return the folded words that are never a clitic and another word.

    Those of `whole.txt` are counted, as `initials.txt` is; those of `whole.yaml` are written by hand.

    Raises LexiconError.
    """
    by_hand = words(_WHOLE, load(_WHOLE), "words")
    return by_hand | _counted("whole.txt")


def _counted(name: str) -> Words:
    return frozenset((resources.files(__package__) / name).read_text(encoding="utf-8").split())
