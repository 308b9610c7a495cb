"""CSV and JSON Lines."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from graph_builder.io.tables import write_csv, write_jsonl


def test_tables_row_is_one_line(tmp_path: Path) -> None:
    rows: list[dict[str, str | None]] = [{"text": "a\n\r\u2028\u2029\x85\x0b\x1cب"}, {"text": None}]
    write_jsonl(tmp_path / "t.jsonl", rows)
    text = (tmp_path / "t.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line) for line in text.splitlines()] == rows
    assert "ب" in text


def test_tables_csv_has_a_byte_order_mark(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", [{"a": "حلب", "b": None}], ("a", "b"))
    assert (tmp_path / "t.csv").read_bytes() == "\ufeffa,b\nحلب,\n".encode()
    write_csv(tmp_path / "t.csv", [{"a": "حلب", "b": None}], ("a", "b"), marked=False)
    assert (tmp_path / "t.csv").read_bytes() == "a,b\nحلب,\n".encode()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_tables_escape_formulas(tmp_path: Path, cell: str) -> None:
    write_csv(tmp_path / "t.csv", [{"a": cell, "b": "x"}], ("a", "b"))
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == [f"'{cell}", "x"]


def test_tables_numbers_and_text_are_kept(tmp_path: Path) -> None:
    row = {"a": -0.5, "b": 'x "y", z\r\nw\rv', "c": "a=b"}
    write_csv(tmp_path / "t.csv", [row], ("a", "b", "c"))
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["-0.5", 'x "y", z\nw\nv', "a=b"]
