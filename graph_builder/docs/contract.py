"""Generate the page of the output: its files, and the JSON Schema of the JSON files as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph_builder.docs.markdown import arabic, code, table
from graph_builder.export.index import FILES
from graph_builder.export.schema import schema


def files() -> str:
    """Return a table of the files of a build, except for the page with links to them."""
    rows = ((f"`{name}`", label.english, arabic(label.arabic)) for name, label in FILES.items())
    return table(("file", "what", "Arabic"), rows)


def json_files() -> str:
    """Return a table of the JSON files and their content."""
    rows = ((f"`{name}`", _type(each), _words(each)) for name, each in schema()["properties"].items())
    return table(("file", "holds", ""), rows)


def definitions() -> str:
    """Return a section for each definition of the schema."""
    return "\n\n".join(_definition(name, each) for name, each in schema()["$defs"].items())


def _definition(name: str, each: dict[str, Any]) -> str:
    parts = [f"### {name}", _words(each)]
    rows = [(f"`{path}`", _type(field), _words(field)) for path, field in _fields(each, "")]
    parts.append(table(("field", "type", "what"), rows) if rows else _type(each))
    return "\n\n".join(part for part in parts if part)


def _fields(each: dict[str, Any], above: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of a schema by its path; `mentions[].start` is a field of the items of a list."""
    if each.get("items"):  # false if the list has no further items
        yield from _fields(each["items"], above + "[]")
    for choice in each.get("anyOf", ()):
        yield from _fields(choice, above)
    if isinstance(each.get("additionalProperties"), dict):
        yield from _fields(each["additionalProperties"], above + ".*")
    for name, field in each.get("properties", {}).items():
        path = f"{above}.{name}".lstrip(".")
        yield path, field
        yield from _fields(field, path)


def _type(each: dict[str, Any]) -> str:
    match each:
        case {"$ref": str(to)}:
            name = to.rpartition("/")[2]
            return f"[{name}](#{name})"
        case {"anyOf": choices}:
            return " or ".join(map(_type, choices))
        case {"enum": words}:
            return code(map(str, words))
        case {"prefixItems": items}:
            return f"list of {len(items)}: {', '.join(map(_type, items))}"
        case {"type": "array", "items": items}:
            return f"list of {_type(items)}"
        case {"type": str(name)}:
            return name + "".join(f", {note}" for note in _notes(each))
    return "anything"


def _notes(each: dict[str, Any]) -> Iterator[str]:
    """Yield the constraints on a value."""
    if "format" in each:
        yield each["format"]
    if "pattern" in each:
        yield f"`{each['pattern']}`"
    if "minimum" in each:
        yield f"from {each['minimum']}" + (f" to {each['maximum']}" if "maximum" in each else "")


def _words(each: dict[str, Any]) -> str:
    return str(each.get("description", ""))
