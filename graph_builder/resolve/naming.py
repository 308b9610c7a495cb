"""What entities are called in Latin letters."""

from __future__ import annotations

from graph_builder.lexicon import english_body, romanised
from graph_builder.values import Kind


def latin_name(kind: Kind, name: str) -> tuple[str, bool]:
    """A name in Latin letters, and whether any of it was made from its letters for want of a known spelling.

    A body is called in English what its words mean; what bears a name in it, a person or a place, keeps that.
    """
    return english_body(name) if kind == "ORG" else romanised(name)
