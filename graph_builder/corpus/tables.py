"""Read tables of articles, one per row: JSON, CSV, Excel workbooks and Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Article, Item, Unreadable, document, one_line
from graph_builder.corpus.dates import UnreadableDate, checked, published
from graph_builder.corpus.decode import decode
from graph_builder.corpus.file import File, load

COLUMNS = ("text", "title", "published", "source")
"""The columns that are read; only `text` is required."""

_EXCEL = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_DELIMITERS = ",;\t"
_LONGEST_FIELD = 2**31 - 1
_LONGEST_SHOWN = 40
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: Mapping[str, object]


def read_json(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles in a file of JSON objects: one per line, in an array, or in an array within one object.

    Args:
        file: The file.
        columns: The names of our columns in the file, where they differ.

    Raises:
        Unreadable: If the file has no row or is not text.
        OSError: If it cannot be read.
    """
    decoded = decode(load(file))
    yield from decoded.problems(file.source)
    rows = _items(file.source, decoded.text) or _objects(file.source, decoded.text)
    yield from _articles(file.source, rows, columns)


def read_csv(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles in a table with a header, separated by commas, semicolons or tabs.

    Arguments and errors are those of `read_json`.
    """
    decoded = decode(load(file))
    yield from decoded.problems(file.source)
    yield from _articles(file.source, _records(file.source, decoded.text), columns)


def read_xlsx(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles in the sheets of a workbook, each a table with a header.

    Arguments and errors are those of `read_json`, and ModuleNotFoundError if openpyxl is not installed.
    """
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(load(file)), read_only=True, data_only=True)
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    filled = [(title, rows) for title, rows in sheets if any(any(map(_is_filled, row)) for row in rows)]
    for title, rows in filled:
        place = file.source if len(filled) == 1 else f"{file.source}/{one_line(title)}"
        yield from _articles(place, _cells(rows), columns)
    if not filled:
        raise _no_row()


def read_parquet(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles in the rows of a Parquet file.

    Arguments and errors are those of `read_json`, and ModuleNotFoundError if pyarrow is not installed.
    """
    from pyarrow import parquet

    batches = parquet.ParquetFile(io.BytesIO(load(file))).iter_batches()
    rows = (row for batch in batches for row in batch.to_pylist())
    yield from _articles(file.source, (_Row(number, row) for number, row in enumerate(rows, start=1)), columns)


def _items(source: str, text: str) -> Iterator[_Row | Problem] | None:
    """Return the rows of an array, or of the first array in an object, or None if the text is neither."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(content, dict):
        lists = (value for value in content.values() if isinstance(value, list) and value)
        content = next((each for each in lists if isinstance(each[0], dict)), content)
    return _numbered(source, content) if isinstance(content, list) else None


def _numbered(source: str, items: Sequence[object]) -> Iterator[_Row | Problem]:
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            yield _Row(number, item)
        else:
            yield Problem(f"{source}#{number}", "it is not a JSON object", 'write it with names, as in {"text": "…"}')


def _cells(rows: Sequence[Sequence[object]]) -> Iterator[_Row | Problem]:
    lines = ((number, row) for number, row in enumerate(rows, start=1) if any(map(_is_filled, row)))
    header = [str(name).strip() if name is not None else "" for name in next(lines)[1]]
    for number, row in lines:
        yield _Row(number, dict(zip(header, row, strict=False)))


def _is_filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _objects(source: str, text: str) -> Iterator[_Row | Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{source}#{number}"
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            yield Problem(place, "the line is not JSON", "write one whole JSON object on it or remove it")
            continue
        if isinstance(values, dict):
            yield _Row(number, values)
        else:
            yield Problem(place, "the line is JSON but not an object", 'write it with names, as in {"text": "…"}')


def _records(source: str, text: str) -> Iterator[_Row | Problem]:
    csv.field_size_limit(_LONGEST_FIELD)
    lines = list(io.StringIO(text, newline=""))
    stated = _EXCEL.fullmatch(lines[0]) if lines else None  # how Excel states the delimiter
    delimiter = stated[1] if stated else _delimiter(next(filter(str.strip, lines), ""))
    reader = csv.reader(lines[1:] if stated else lines, delimiter=delimiter)
    header = [name.strip() for name in next(filter(any, reader), ())]
    lines_before = 1 if stated else 0
    end = reader.line_num + lines_before
    for values in reader:
        start, end = end, reader.line_num + lines_before
        place = f"{source}#{start + 1}"
        if end == len(lines) > start + 1 and "".join(lines[start:end]).count('"') % 2:
            yield Problem(place, "a quotation mark is opened in this row and never closed", "close it")
        elif len(values) > len(header):
            reason = f"the row has {len(values)} columns and the header {len(header)}"
            yield Problem(place, reason, "put texts with the separator in them into quotation marks")
        elif any(values):
            yield _Row(start + 1, dict(zip(header, values, strict=False)))


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=lambda delimiter: len(next(csv.reader([header], delimiter=delimiter))))


def _articles(source: str, rows: Iterator[_Row | Problem], columns: Mapping[str, str]) -> Iterator[Item]:
    names = {ours: columns.get(ours, ours) for ours in COLUMNS}
    known: dict[str, None] = {}  # an ordered set
    without_text: list[int] = []
    undated: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    row = None
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        known |= dict.fromkeys(row.values)
        if row.values.get(names["text"]) is None:
            without_text.append(row.line)
            continue
        when = None
        try:
            when = _date(row.values.get(names["published"]))
        except UnreadableDate as error:
            undated[error.reason, error.remedy].append((row.line, _shown(row.values.get(names["published"]))))
        try:
            yield _article(f"{source}#{row.line}", row, names, when)
        except Unreadable as error:
            yield error.problem(f"{source}#{row.line}")
    if row is None:
        raise _no_row()
    yield from _without_text(source, without_text, names["text"], known)
    yield from _undated(source, undated)
    for ours, theirs in columns.items():
        if known and theirs not in known and ours != "text":
            yield Problem(source, f"it has no column {theirs!r} for {ours}", f"name one of {_listed(known)}", "noted")


def _article(place: str, row: _Row, names: Mapping[str, str], when: date | None) -> Article:
    text = row.values[names["text"]]
    if not isinstance(text, str):
        raise Unreadable("its text is not a string", "put the article's text there, in quotation marks")
    own = _field(row, names["source"])
    return Article(place, document(text, own or place, title=_field(row, names["title"]), published=when))


def _field(row: _Row, name: str) -> str:
    value = row.values.get(name)
    return one_line(str(value)) if isinstance(value, str | int) else ""


def _date(value: object) -> date | None:
    if isinstance(value, date):  # or a datetime, as in Excel and Parquet
        return checked(value.date() if isinstance(value, datetime) else value)
    return published(str(value)) if isinstance(value, str | int | float) else None


def _shown(value: object) -> str:
    text = one_line(str(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _no_row() -> Unreadable:
    return Unreadable("there is no row in it", "put an article into each row or remove it")


def _without_text(source: str, lines: Sequence[int], column: str, known: Iterable[str]) -> Iterator[Problem]:
    if lines:
        rows = f"line {lines[0]} has" if len(lines) == 1 else f"{len(lines):,} rows, the first on line {lines[0]}, have"
        remedy = f"if another of the columns {_listed(known)} holds the text, name it with --column text=NAME"
        yield Problem(source, f"{rows} no column {column!r}", remedy)


def _undated(source: str, undated: Mapping[tuple[str, str], Sequence[tuple[int, str]]]) -> Iterator[Problem]:
    for (reason, remedy), rows in undated.items():
        line, value = rows[0]
        more = f" (and {len(rows) - 1:,} more)" if len(rows) > 1 else ""
        yield Problem(source, f"the date {value!r} on line {line}{more} is ignored: {reason}", remedy, "noted")


def _listed(columns: Iterable[str]) -> str:
    names = [one_line(column)[:_LONGEST_SHOWN] for column in islice(columns, _MOST_LISTED + 1)]
    return ", ".join(names if len(names) <= _MOST_LISTED else [*names[:-1], "…"])
