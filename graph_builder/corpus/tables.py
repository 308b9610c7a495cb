"""Tables of articles, one a row: JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from graph_builder.corpus.article import Article, Item, Unreadable, document, one_line
from graph_builder.corpus.decode import decode, load
from graph_builder.corpus.discover import File
from graph_builder.corpus.headings import published
from graph_builder.values import Problem

COLUMNS = ("text", "title", "published", "source")
"""What is read of a row; only `text` must be there."""

_DELIMITERS = ",;\t"
_LONGEST_FIELD = 2**31 - 1
_LONGEST_SHOWN = 40
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: Mapping[str, object]


def read_jsonl(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """The articles in a file of one JSON object a line. `columns` maps our names of columns to the file's.

    Raises Unreadable, OSError.
    """
    decoded = decode(load(file.path))
    if decoded.text.lstrip().startswith("["):
        raise Unreadable("it is a JSON array, not one object a line", "write each article as an object on its own line")
    yield from decoded.problems(file.source)
    yield from _articles(file.source, _objects(file.source, decoded.text), columns)


def read_csv(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    """The articles in a table with a header, separated by commas, semicolons or tabs. `columns` as in `read_jsonl`.

    Raises Unreadable, OSError.
    """
    decoded = decode(load(file.path))
    yield from decoded.problems(file.source)
    yield from _articles(file.source, _records(file.source, decoded.text), columns)


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
    reader = csv.reader(lines, delimiter=_delimiter(next(filter(str.strip, lines), "")))
    header = [name.strip() for name in next(filter(any, reader), ())]
    end = reader.line_num
    for values in reader:
        start, end = end, reader.line_num
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
    known: dict[str, None] = {}  # a set that keeps the order in which columns are met
    without_text: list[int] = []
    undated: list[tuple[int, str]] = []
    row = None
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        known |= dict.fromkeys(row.values)
        if row.values.get(names["text"]) is None:
            without_text.append(row.line)
            continue
        stated = _field(row, names["published"])
        when = published(stated)
        if stated and not when:
            undated.append((row.line, stated))
        try:
            yield _article(f"{source}#{row.line}", row, names, when)
        except Unreadable as error:
            yield error.problem(f"{source}#{row.line}")
    if row is None:
        raise Unreadable("there is no row in it", "put an article into each row or remove it")
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


def _without_text(source: str, lines: Sequence[int], column: str, known: Iterable[str]) -> Iterator[Problem]:
    if lines:
        rows = f"line {lines[0]} has" if len(lines) == 1 else f"{len(lines):,} rows, the first on line {lines[0]}, have"
        remedy = f"if another of the columns {_listed(known)} holds the text, say so with --column text=NAME"
        yield Problem(source, f"{rows} no column {column!r}", remedy)


def _undated(source: str, undated: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    if undated:
        line, value = undated[0]
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        first = f"the date {shown!r} on line {line} cannot be read"
        more = f", nor can {len(undated) - 1:,} more" if len(undated) > 1 else ""
        yield Problem(source, first + more, "write dates with the year first, as in 2024-12-31", "noted")


def _listed(columns: Iterable[str]) -> str:
    names = [one_line(column)[:_LONGEST_SHOWN] for column in islice(columns, _MOST_LISTED + 1)]
    return ", ".join(names if len(names) <= _MOST_LISTED else [*names[:-1], "…"])
