"""Who or what a sentence mentions, by its words."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.core.values import Kind


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in a sentence: words `first` to `last`, counted from 1, of an entity; `named` if by its name."""

    entity: str
    kind: Kind
    first: int
    last: int
    named: bool = True
