"""What readers are shown for the words of closed lists, in both languages of the pages."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import load

_FILE = "labels.yaml"


@dataclass(frozen=True, slots=True)
class Label:
    """What something is called."""

    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The tables of `labels.yaml`, which says what each holds."""

    kinds: Mapping[str, Label]
    many: Mapping[str, Label]
    polarities: Mapping[str, Label]
    modalities: Mapping[str, Label]
    merge_rules: Mapping[str, Label]
    relation_rules: Mapping[str, Label]
    reading: Mapping[str, Label]


@functools.cache
def labels() -> Labels:
    """What is called how.

    Raises LexiconError.
    """
    content = load(_FILE)
    return Labels(*(_table(content, field.name) for field in fields(Labels)))


def _table(content: dict[str, Any], key: str) -> dict[str, Label]:
    try:
        return {name: Label(entry["ar"], entry["en"]) for name, entry in content[key].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon/{_FILE}: {key} lacks {error}; mend it there.") from error
