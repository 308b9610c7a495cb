"""Function words that identify the languages written in Arabic letters."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import msgspec

from graph_builder.lexicon.load import Table, load


class _File(Table, frozen=True):
    arabic: frozenset[str]
    persian: frozenset[str]
    urdu: frozenset[str]
    kurdish: frozenset[str]
    pashto: frozenset[str]


@functools.cache
def language_words() -> Mapping[str, frozenset[str]]:
    """Return the function words of each language, Arabic first, as they are typed.

    Raises:
        LexiconError: If `languages.yaml` does not hold what it should.
    """
    return msgspec.structs.asdict(load("languages.yaml", _File))
