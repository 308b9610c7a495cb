"""merges.csv."""

from __future__ import annotations

from pathlib import Path

from graph_builder.export import merges
from tests.export.reading import table
from tests.support.samples import ENTITY_IDS


def test_merges_csv_has_the_rule_of_each_merge(tmp_path: Path) -> None:
    rows = table(merges.write, tmp_path)
    assert list(rows[0]) == ["entity", "left", "right", "rule", "score", "entity_name"]
    assert {
        "entity": ENTITY_IDS["سامي الحداد"],
        "left": "سامي الحداد",
        "right": "الحداد",
        "rule": "shorter_name_in_article",
        "score": "0.85",
        "entity_name": "سامي الحداد",
    } in rows
    assert len(rows) == 2
