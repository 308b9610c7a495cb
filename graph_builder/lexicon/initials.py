"""Words whose first letter reads like a clitic and is their own."""

from __future__ import annotations

import functools
from importlib import resources

from graph_builder.lexicon.load import Table, Word, Words, load


class _File(Table, frozen=True):
    words: Words


@functools.cache
def own_initials() -> Words:
    """Return the folded words of `initials.txt`, which `graph-builder models train --only initials` counts."""
    return _counted("initials.txt")


@functools.cache
def whole_words() -> Words:
    """Return the folded words that are never a clitic and another word.

    Those of `whole.txt` are counted, as `initials.txt` is; those of `whole.yaml` are written by hand.

    Raises:
        LexiconError: If `whole.yaml` does not hold what it should.
    """
    return load("whole.yaml", _File).words | _counted("whole.txt")


def _counted(name: str) -> Words:
    return frozenset(map(Word, (resources.files(__package__) / name).read_text(encoding="utf-8").split()))
