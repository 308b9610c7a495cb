"""Tables: JSON Lines, JSON, CSV and spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from graph_builder.core.values import Document, Problem
from graph_builder.corpus.article import Article, Item, Unreadable
from graph_builder.corpus.file import File
from graph_builder.corpus.tables import read_csv, read_json

ONE, TWO, THREE = "عبرت السيارات الجسر.", "عاد الصيادون إلى المرفأ.", "افتتحت المدرسة أبوابها."

Read: TypeAlias = "Callable[..., list[Item]]"


@pytest.fixture
def jsonl(tmp_path: Path) -> Read:
    return reader(tmp_path / "news.jsonl", read_json)


@pytest.fixture
def csv(tmp_path: Path) -> Read:
    return reader(tmp_path / "news.csv", read_csv)


def reader(path: Path, read: Callable[[File, Mapping[str, str]], Iterator[Item]]) -> Read:
    def reading(content: str | bytes, **columns: str) -> list[Item]:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read(File(path, path.name), columns))

    return reading


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def documents(items: list[Item]) -> list[Document]:
    return [item.document for item in items if isinstance(item, Article)]


def problems(items: list[Item]) -> list[str]:
    return [f"{item.outcome} {item}" for item in items if isinstance(item, Problem)]


def test_tables_json_lines_are_articles_by_number(jsonl: Read) -> None:
    items = jsonl(
        lines({"text": ONE, "title": "جسر", "published": "2024-12-02T10:00:00Z"}) + "\n" + lines({"text": TWO})
    )
    first, second = documents(items)
    assert (first.text, first.title, first.published, first.source) == (ONE, "جسر", date(2024, 12, 2), "news.jsonl#1")
    assert (second.text, second.title, second.published, second.source) == (TWO, TWO, None, "news.jsonl#3")
    assert problems(items) == []


def test_tables_source_of_a_row(jsonl: Read) -> None:
    (item,) = jsonl(lines({"text": ONE, "source": " صحيفة\nالمرفأ "}))
    assert isinstance(item, Article)
    assert (item.place, item.document.source) == ("news.jsonl#1", "صحيفة المرفأ")


def test_tables_columns_are_mapped(jsonl: Read, csv: Read) -> None:
    names = {"text": "body", "title": "headline", "published": "date", "source": "url"}
    row = {"body": ONE, "headline": "جسر", "date": "2024-12-02", "url": "https://example.org/1", "text": TWO}
    expected = (ONE, "جسر", date(2024, 12, 2), "https://example.org/1")
    table = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    for items in (jsonl(lines(row), **names), csv(table, **names)):
        (one,) = documents(items)
        assert (one.text, one.title, one.published, one.source) == expected
        assert problems(items) == []


def test_tables_broken_line_leaves_the_others(jsonl: Read) -> None:
    items = jsonl(lines({"text": ONE}) + '{"text": "عبر\n' + lines(["x"], {"text": 5}, {"text": " "}, {"text": TWO}))
    assert [one.text for one in documents(items)] == [ONE, TWO]
    assert problems(items) == [
        "skipped news.jsonl#2: the line is not JSON; write one whole JSON object on it or remove it.",
        'skipped news.jsonl#3: the line is JSON but not an object; write it with names, as in {"text": "…"}.',
        "skipped news.jsonl#4: its text is not a string; put the article's text there, in quotation marks.",
        "skipped news.jsonl#5: there is no text in it; put the article's text into it or remove it.",
    ]


@pytest.mark.parametrize("line", ["[" * 100_000, "1" * 5000, "{}}"])
def test_tables_malicious_json_breaks_its_line_only(jsonl: Read, line: str) -> None:
    items = jsonl(lines({"text": ONE}) + line + "\n" + lines({"text": TWO}))
    assert [one.text for one in documents(items)] == [ONE, TWO]
    assert len(problems(items)) == 1


def test_tables_surrogates_are_replaced(jsonl: Read) -> None:
    (one,) = documents(jsonl('{"text": "عبر\\ud800\\u0000ت", "title": "ج\\udfffسر", "source": "س\\ud83d"}\n'))
    assert (one.text, one.title, one.source) == ("عبر\ufffd\ufffdت", "ج\ufffdسر", "س\ufffd")
    (pair,) = documents(jsonl('{"text": "عبر \\ud83d\\ude00"}'))
    assert pair.text == "عبر 😀"


@pytest.mark.parametrize("wrapped", [False, True])
def test_tables_json_array_by_number(jsonl: Read, wrapped: bool) -> None:
    rows = [{"text": ONE, "published": "2024-12-02"}, 5, {"text": TWO}]
    items = jsonl(json.dumps({"status": "ok", "articles": rows[::2]} if wrapped else rows, indent=1))
    assert [one.text for one in documents(items)] == [ONE, TWO]
    assert [one.source for one in documents(items)] == ["news.jsonl#1", "news.jsonl#2" if wrapped else "news.jsonl#3"]
    told = 'skipped news.jsonl#2: it is not a JSON object; write it with names, as in {"text": "…"}.'
    assert problems(items) == ([] if wrapped else [told])


def test_tables_csv_separator_line_of_excel(csv: Read) -> None:
    (one,) = documents(csv(f"sep=;\r\ntext;title\r\n{ONE};جسر, ثم\r\n"))
    assert (one.text, one.title, one.source) == (ONE, "جسر, ثم", "news.csv#3")


def test_tables_without_rows_are_refused(jsonl: Read, csv: Read) -> None:
    for read, content in ((jsonl, "\n\n"), (csv, "\n"), (csv, "\ufeff"), (csv, "text,title\n"), (csv, "text\n\n")):
        with pytest.raises(Unreadable, match="there is no row in it"):
            read(content)


def test_tables_missing_text_column_suggests_others(jsonl: Read, csv: Read) -> None:
    (problem,) = problems(jsonl(lines({"body": ONE, "title": "جسر"}, {"body": TWO, "id": 1})))
    assert problem == (
        "skipped news.jsonl: 2 rows, the first on line 1, have no column 'text'; "
        "if another of the columns body, title, id holds the text, name it with --column text=NAME."
    )
    (problem,) = problems(csv(f"body,title\n{ONE},جسر\n"))
    assert problem.startswith("skipped news.csv: line 2 has no column 'text'; if another of the columns body, title ")


def test_tables_of_a_thousand_columns_are_listed_in_part(csv: Read) -> None:
    (problem,) = problems(csv(",".join(f"c{n}" for n in range(1000)) + "\n" + ",".join(["x"] * 1000)))
    assert " c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, … holds " in problem


def test_tables_missing_mapped_column_is_noted(csv: Read) -> None:
    items = csv(f"text\n{ONE}\n", title="headline")
    assert [one.title for one in documents(items)] == [ONE]
    assert problems(items) == ["noted news.csv: it has no column 'headline' for title; name one of text."]


def test_tables_invalid_dates_are_noted_once(jsonl: Read) -> None:
    stated = ["0001-01-01", "أمس", 7, "9999-12-31", "غدا", "02/12/2024", None, "nan"]
    texts = (f"{ONE} {number}" for number in range(len(stated)))
    items = jsonl(lines(*({"text": text, "published": each} for text, each in zip(texts, stated, strict=True))))
    assert [one.published for one in documents(items)] == [None] * 5 + [date(2024, 12, 2), None, None]
    write = "write dates as in 2024-12-31."
    assert problems(items) == [
        f"noted news.jsonl: the date '0001-01-01' on line 1 is ignored: it is before 1800; {write}",
        f"noted news.jsonl: the date 'أمس' on line 2 (and 2 more) is ignored: it cannot be read; {write}",
        f"noted news.jsonl: the date '9999-12-31' on line 4 is ignored: it is in the future; {write}",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_delimiter_is_that_of_the_header(csv: Read, delimiter: str) -> None:
    table = f"text|title|note\n{ONE}|جسر|x; y\n".replace("|", delimiter)
    quoted = table.replace("x; y", '"x; y"')
    (one,) = documents(csv(quoted))
    assert (one.text, one.title) == (ONE, "جسر")


def test_tables_quoted_fields_with_line_ends(csv: Read) -> None:
    text = f'{ONE}\r\nوقال: "نعم", ثم عاد.\n'
    quoted = text.replace('"', '""')
    items = csv(f'\ufefftitle,text\r\nجسر,"{quoted}"\r\n\r\nمرفأ,{TWO}\r\n')
    first, second = documents(items)
    assert (first.text, first.source) == (text, "news.csv#2")
    assert (second.text, second.source) == (TWO, "news.csv#6")
    assert problems(items) == []


def test_tables_long_field(csv: Read) -> None:
    (one,) = documents(csv("text\n" + "ا" * 500_000 + "\n"))
    assert len(one.text) == 500_000


def test_tables_row_with_too_many_columns_is_refused(csv: Read) -> None:
    items = csv(f"text,title\n{ONE},جسر,وأكثر\n{TWO},مرفأ\n{THREE}\n")
    assert [one.text for one in documents(items)] == [TWO, THREE]
    assert problems(items) == [
        "skipped news.csv#2: the row has 3 columns and the header 2; "
        "put texts with the separator in them into quotation marks."
    ]


def test_tables_unclosed_quotation_mark_is_reported(csv: Read) -> None:
    items = csv(f'text,title\n{ONE},جسر\n"{TWO},مرفأ\n{THREE},مدرسة\n')
    assert [one.text for one in documents(items)] == [ONE]
    assert problems(items) == ["skipped news.csv#3: a quotation mark is opened in this row and never closed; close it."]


def test_tables_other_encoding_is_noted(csv: Read) -> None:
    items = csv(f"text\n{ONE}\n{TWO}\n".encode("cp1256"))
    assert [one.text for one in documents(items)] == [ONE, TWO]
    assert [problem[: problem.index(",")] for problem in problems(items)] == [
        "noted news.csv: it is not UTF-8 and was read as Windows-1256"
    ]
