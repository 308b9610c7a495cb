"""A build's JSON lines as Parquet, a column a property, each of the type that the schema of the files gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder.export.schema import schema
from graph_builder.io.build_files import of_this_version, row_batches

if TYPE_CHECKING:
    import pyarrow

Node = dict[str, Any]

GROUP = 8 * 2**20  # bytes of JSON in a row group; what is in memory at once is some times that


def write(build: Path, folder: Path) -> None:
    """Write documents.parquet, entities.parquet and relations.parquet, an object of the .jsonl file a row.

    Raises DamagedBuildError if a file of the build is damaged; OSError.
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
    """The columns of each file by its name without the suffix."""
    import pyarrow

    contract = schema()
    for file, node in contract["properties"].items():
        if file.endswith(".jsonl"):
            rows = _type(node, contract["$defs"]).value_type
            yield file.removesuffix(".jsonl"), pyarrow.schema(list(rows))


def _type(node: Node, named: Node) -> pyarrow.DataType:
    """The Arrow type of what a node of the JSON Schema describes; `named` are the nodes that others refer to."""
    import pyarrow

    if "$ref" in node:
        return _type(named[node["$ref"].rpartition("/")[2]], named)
    if "anyOf" in node:  # something or null, and every column of Arrow may have nulls
        return _type(node["anyOf"][0], named)
    match node.get("type", "string"):  # an enum of words has none
        case "object":
            return pyarrow.struct([(name, _type(each, named)) for name, each in node["properties"].items()])
        case "array":
            items = node["prefixItems"][0] if "prefixItems" in node else node["items"]  # a pair is of one type
            return pyarrow.list_(_type(items, named))
        case kind:
            return {
                "string": pyarrow.string(),
                "integer": pyarrow.int64(),
                "number": pyarrow.float64(),
                "boolean": pyarrow.bool_(),
            }[kind]
