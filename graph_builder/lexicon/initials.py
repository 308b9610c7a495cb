"""Words whose first letter reads like a clitic and is their own."""

from __future__ import annotations

import functools
from importlib import resources


@functools.cache
def own_initials() -> frozenset[str]:
    """Return the folded words of `initials.txt`, which `graph-builder models train --only initials` counts."""
    return frozenset((resources.files(__package__) / "initials.txt").read_text(encoding="utf-8").split())
