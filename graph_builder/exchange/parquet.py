"""Parquet files from a build's JSON lines, one column per property, with the types of the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder.export.schema import schema
from graph_builder.io.build_files import of_this_version, row_batches

if TYPE_CHECKING:
    import pyarrow

Node = dict[str, Any]

GROUP = 8 * 2**20  # bytes of JSON in a row group; memory use is a small multiple of it


def write(build: Path, folder: Path) -> None:
    """Write documents.parquet, entities.parquet and relations.parquet, one row per JSON object.

    Raises:
        DamagedBuildError: When a file of the build is damaged.
        OSError: When a file cannot be written.
    """
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    for name, columns in _schemas():
        with ParquetWriter(folder / f"{name}.parquet", columns) as writer:
            for rows in row_batches(build, f"{name}.jsonl", GROUP):
                with of_this_version(build):
                    values = [[row[column] for row in rows] for column in columns.names]
                    arrays = [pyarrow.array(column, each.type) for column, each in zip(values, columns, strict=True)]
                    table = pyarrow.Table.from_arrays(arrays, schema=columns)
                writer.write_table(table)


def _schemas() -> Iterator[tuple[str, pyarrow.Schema]]:
    """Yield the columns of each file, by its name without suffix."""
    import pyarrow

    contract = schema()
    for file, node in contract["properties"].items():
        if file.endswith(".jsonl"):
            rows = _type(node, contract["$defs"]).value_type
            yield file.removesuffix(".jsonl"), pyarrow.schema(list(rows))


def _type(node: Node, named: Node) -> pyarrow.DataType:
    """Return the Arrow type of a node of the JSON Schema; `named` contains the nodes that can be referred to."""
    import pyarrow

    if "$ref" in node:
        return _type(named[node["$ref"].rpartition("/")[2]], named)
    if "anyOf" in node:  # optional: every Arrow column is nullable
        return _type(node["anyOf"][0], named)
    match node.get("type", "string"):  # enumerations have no type in the schema
        case "object":
            return pyarrow.struct([(name, _type(each, named)) for name, each in node["properties"].items()])
        case "array":
            items = node["prefixItems"][0] if "prefixItems" in node else node["items"]  # pairs: items of one type
            return pyarrow.list_(_type(items, named))
        case kind:
            return {
                "string": pyarrow.string(),
                "integer": pyarrow.int64(),
                "number": pyarrow.float64(),
                "boolean": pyarrow.bool_(),
            }[kind]
