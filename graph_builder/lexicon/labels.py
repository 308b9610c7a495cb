"""Labels of closed lists (kinds, predicates, rules …) in both languages of the pages."""

from __future__ import annotations

import functools

import msgspec

from graph_builder.lexicon.load import Table, load


class Label(Table, frozen=True):
    """A label in Arabic and in English."""

    arabic: str = msgspec.field(name="ar")
    english: str = msgspec.field(name="en")


class Labels(Table, frozen=True):
    """The tables of `labels.yaml`, which says what each holds."""

    kinds: dict[str, Label]
    many: dict[str, Label]
    polarities: dict[str, Label]
    modalities: dict[str, Label]
    merge_rules: dict[str, Label]
    relation_rules: dict[str, Label]
    reading: dict[str, Label]


@functools.cache
def labels() -> Labels:
    """Return the labels of all closed lists but the predicates.

    Raises:
        LexiconError: If `labels.yaml` does not hold what it should.
    """
    return load("labels.yaml", Labels)
