"""Words of closed lists, as a question gives them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from graph_builder.core.errors import ChoiceError

# One word, several, or all.
Words = str | Iterable[str] | None


def chosen(what: str, given: Words, among: Iterable[str]) -> frozenset[str] | None:
    """The words given, if they are of a closed list; None for none.

    Raises ChoiceError.
    """
    if given is None:
        return None
    every = list(among)
    chosen = frozenset([given] if isinstance(given, str) else given)
    for word in sorted(chosen - set(every)):
        raise ChoiceError(f"There is no {what} {word!r}; choose of {suggestions(word, every)}.")
    return chosen


def suggestions(given: str, among: Iterable[str]) -> str:
    """The nearest of some words, for the end of a sentence; all of them where none is near."""
    every = list(among)
    return ", ".join(get_close_matches(given, every, n=5) or every)
