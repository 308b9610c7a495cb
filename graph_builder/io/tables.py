"""JSON Lines and CSV files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from graph_builder.io.text import encodable

_FORMULA = re.compile(r"[=+\-@\t\n＝＋－＠]")
_BREAKS = {ord(letter): f"\\u{ord(letter):04x}" for letter in "\x85\u2028\u2029"}


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object per line.

    Unicode line breaks that JSON leaves unescaped are escaped, so that splitting the text into lines is safe.

    Raises:
        OSError: When the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(encodable(json.dumps(row, ensure_ascii=False).translate(_BREAKS)) + "\n")


def write_json_elements(file: TextIO, elements: Iterable[Any]) -> None:
    """Write what stands between the brackets of a JSON array, one element a line."""
    before = "\n"
    for element in elements:
        file.write(before + encodable(json.dumps(element, ensure_ascii=False)))
        before = ",\n"


def write_csv(path: Path, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, marked: bool = True) -> None:
    """Write a CSV file for spreadsheets and data frames; None is an empty cell, a line break a line feed.

    The file starts with a byte order mark: without it Excel assumes a legacy encoding and garbles Arabic, while pandas,
    R's readr, DuckDB and LibreOffice skip it; Python's `csv` needs `utf-8-sig`. Text that a spreadsheet would run as a
    formula gets a leading apostrophe.

    Args:
        path: The file.
        rows: The rows, written as they come.
        columns: The columns, in their order.
        marked: Whether the file starts with a byte order mark, which some programs take for part of the first column's
            name.

    Raises:
        OSError: When the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        if marked:
            file.write("\ufeff")
        _write_rows(file, rows, columns)


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Return a table as written by `write_csv`, without the byte order mark."""
    stream = io.StringIO(newline="")
    _write_rows(stream, rows, columns)
    return stream.getvalue()


def _write_rows(file: TextIO, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = encodable(value).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _FORMULA.match(text) else text
