"""Reading the YAML files of this package into typed values."""

from __future__ import annotations

from importlib import resources
from typing import Any, TypeVar

import msgspec
import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError

Shape = TypeVar("Shape")


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of what a YAML file, or an entry of one, is read into; every key of the YAML is a field."""


class Word(str):
    """A word, or several, folded as it is read."""

    __slots__ = ()


Words = frozenset[Word]


def load(name: str, shape: type[Shape]) -> Shape:
    """Return the content of a YAML file of this package.

    Args:
        name: The name of the file.
        shape: A subclass of `Table`, or a mapping of names to such.

    Raises:
        LexiconError: If the file is not YAML or does not have the shape.
    """
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return msgspec.convert(content, shape, dec_hook=_folded)
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon/{name} is not YAML ({error}); correct it there.") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f"lexicon/{name}: {_placed(error)}; correct it there.") from error


def lists(file: Table, shape: type[Table]) -> dict[str, Any]:
    """Return the fields of a table that a base of its class has, by name."""
    return {name: getattr(file, name) for name in shape.__struct_fields__}


def by_form(table: dict[str, Shape]) -> dict[str, Shape]:
    """Return a mapping with its keys folded."""
    return {fold(word): value for word, value in table.items()}


def _folded(kind: type, value: Any) -> Any:
    if kind is not Word:
        raise NotImplementedError
    if not isinstance(value, str):
        raise ValueError(f"Expected `str`, got `{type(value).__name__}`")
    return Word(fold(value))


def _placed(error: msgspec.ValidationError) -> str:
    """Return what msgspec says, with the place as the file has it: `at speech[3]`."""
    return str(error).replace(" - at `$.", " at `").replace(" - at `$", " at `")
