"""cooccurrence.csv."""

from __future__ import annotations

from pathlib import Path

from graph_builder.export import cooccurrence
from tests.export.reading import table
from tests.support.samples import sample_result


def test_cooccurrence_csv_has_a_row_per_edge(tmp_path: Path) -> None:
    rows = table(cooccurrence.write, tmp_path)
    assert list(rows[0]) == ["source", "target", "count", "documents", "npmi", "g2", "source_name", "target_name"]
    pairs = [(row["source"], row["target"]) for row in rows]
    assert pairs == sorted(pairs) and all(source < target for source, target in pairs)
    graph = sample_result().cooccurrence
    assert len(rows) == graph.number_of_edges()
    for row in rows:
        edge = graph.edges[row["source"], row["target"]]
        assert int(row["count"]) == edge["count"] and float(row["g2"]) == edge["g2"]
