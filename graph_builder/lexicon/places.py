"""The words around the names of places, and regions larger than a country."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from graph_builder.arabic.fold import fold
from graph_builder.arabic.nouns import duals
from graph_builder.lexicon.load import Words, load, section, words


@dataclass(frozen=True, slots=True)
class Places:
    """The lists of `places.yaml`, which says what each holds; `regions` as they are written, by folded name."""

    heads: Words
    settlements: Words
    lines: Words
    kept_heads: Words
    generic: Words
    directions: Words
    regions: dict[str, str]


@functools.cache
def places() -> Places:
    """The words around the names of places.

    Raises LexiconError.
    """
    content = load("places.yaml")
    names = [field.name for field in fields(Places) if field.name != "regions"]
    lists = {name: words("places.yaml", content, name) for name in names}
    lists["heads"] |= {dual for head in lists["heads"] for dual in duals(head)}
    return Places(
        **lists, regions={fold(region): region for region in section("places.yaml", content, "regions", list)}
    )
