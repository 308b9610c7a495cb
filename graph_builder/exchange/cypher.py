"""Cypher statements that create nodes and relationships, with texts as literals that end where they should."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from graph_builder.io.text import encodable

T = TypeVar("T")

ROWS = 500  # nodes or relationships that are gathered for a statement of each label or type

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class Day(str):
    """A day in ISO 8601, written as a date."""

    __slots__ = ()


class Node(NamedTuple):
    """A node: the label under which its id is unique, another one or none, and its properties, `id` among them."""

    label: str
    other: str
    properties: Mapping[str, Any]


class Relationship(NamedTuple):
    """A relationship from an entity to a node of a label; `key` are the properties that tell it from others."""

    kind: str
    source: str
    target: str
    label: str
    key: Mapping[str, Any]
    properties: Mapping[str, Any]


def merge_nodes(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield statements that create nodes, or renew the properties of those that exist."""
    for batch in _batches(nodes):
        for (label, other), group in _grouped(batch, lambda node: (node.label, node.other)).items():
            rows = ({"id": node.properties["id"], "properties": node.properties} for node in group)
            labels = f", n:{other}" if other else ""
            yield _statement(rows, f"MERGE (n:{label} {{id: row.id}}) SET n += row.properties{labels}")


def merge_relationships(relationships: Iterable[Relationship]) -> Iterator[str]:
    """Yield statements that create relationships between nodes that exist, or renew their properties."""
    for batch in _batches(relationships):
        for (kind, label, *key), group in _grouped(batch, lambda each: (each.kind, each.label, *each.key)).items():
            rows = ({"source": r.source, "target": r.target, **r.key, "properties": r.properties} for r in group)
            told = ", ".join(f"{name}: row.{name}" for name in key)
            pattern = f"[r:{kind} {{{told}}}]" if key else f"[r:{kind}]"
            ends = f"MATCH (s:Entity {{id: row.source}}) MATCH (o:{label} {{id: row.target}})"
            yield _statement(rows, f"{ends} MERGE (s)-{pattern}->(o) SET r += row.properties")


def literal(value: Any) -> str:
    """Return a value as a literal of Cypher: a text, number, day, list, or map with plain names, None left out."""
    match value:
        case Day():
            return f"date('{value}')"
        case str():
            return f"'{encodable(value).translate(_ESCAPES)}'"
        case Mapping():
            entries = (f"{name}: {literal(each)}" for name, each in value.items() if each is not None)
            return f"{{{', '.join(entries)}}}"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            return json.dumps(value)


def _statement(rows: Iterable[Mapping[str, Any]], clauses: str) -> str:
    return "UNWIND [\n" + ",\n".join(map(literal, rows)) + f"\n] AS row\n{clauses};\n"


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, ROWS)):
        yield batch


def _grouped(items: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> dict[tuple[str, ...], list[T]]:
    groups: defaultdict[tuple[str, ...], list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(sorted(groups.items()))
