"""The parts that a person's name is made of."""

from __future__ import annotations

from collections.abc import Set


def name_parts(folded: str, particles: Set[str]) -> tuple[str, ...]:
    """The parts of a folded name, each particle with what it belongs to.

    >>> name_parts("علي عبد الله صالح", {"عبد"})
    ('علي', 'عبد الله', 'صالح')
    """
    parts: list[str] = []
    open_particle = False
    for word in folded.split():
        if open_particle:
            parts[-1] += " " + word
        else:
            parts.append(word)
        open_particle = word in particles
    return tuple(parts)
