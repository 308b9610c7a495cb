"""Arguments that must be values of a closed list."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from graph_builder.core.errors import ChoiceError

# One value, several, or no restriction.
Words = str | Iterable[str] | None


def chosen(what: str, given: Words, among: Iterable[str]) -> frozenset[str] | None:
    """Return the given values, if they are in a closed list; None for None.

    Args:
        what: What the values are, for the message.
        given: One value, several, or None.
        among: The closed list.

    Raises:
        ChoiceError: A value is not in the list.
    """
    if given is None:
        return None
    every = list(among)
    chosen = frozenset(listed(given))
    for word in sorted(chosen - set(every)):
        near = similar(word, every)
        raise ChoiceError(f"Unknown {what} {word!r}; choose one of: {', '.join(near)}.", name=word, suggestions=near)
    return chosen


def listed(given: str | Iterable[str]) -> list[str]:
    """Return one or several values as a list."""
    return [given] if isinstance(given, str) else list(given)


def confidence(given: float) -> float:
    """Return a confidence, if it is a number from 0 to 1.

    Raises:
        ChoiceError: It is not.
    """
    if isinstance(given, int | float) and 0 <= given <= 1:
        return given
    raise ChoiceError(f"{given!r} is not a confidence; give a number from 0 to 1.", name=str(given))


def similar(given: str, among: Iterable[str]) -> list[str]:
    """Return the values most similar to the given one; all of them if none is similar."""
    every = list(among)
    return get_close_matches(given, every, n=5) or every
