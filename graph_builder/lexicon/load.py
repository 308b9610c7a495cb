"""Reading the YAML files of this package."""

from __future__ import annotations

from importlib import resources
from typing import Any, TypeVar

import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError

Words = frozenset[str]
Section = TypeVar("Section", dict[str, Any], list[Any])

_KINDS: dict[type, str] = {dict: "mapping", list: "list"}


def load(name: str) -> dict[str, Any]:
    """The mapping that a file of this package holds.

    Raises LexiconError.
    """
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon/{name} is not YAML ({error}); mend it there.") from error
    if not isinstance(content, dict):
        raise LexiconError(f"lexicon/{name} holds no mapping; mend it there.")
    return content


def section(name: str, content: dict[str, Any], key: str, kind: type[Section]) -> Section:
    """A part of a file that is a mapping or a list.

    Raises LexiconError.
    """
    part = content.get(key)
    if not isinstance(part, kind):
        raise LexiconError(f"lexicon/{name}: {key} is missing or no {_KINDS[kind]}; mend it there.")
    return part


def words(name: str, content: dict[str, Any], key: str) -> Words:
    """A list of words of a file, folded.

    Raises LexiconError.
    """
    listed = content.get(key)
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise LexiconError(f"lexicon/{name}: {key} is no list of words; mend it there.")
    return frozenset(fold(item) for item in listed)
