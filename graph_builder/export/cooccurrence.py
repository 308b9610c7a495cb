"""cooccurrence.csv: the edges of the co-occurrence graph."""

from __future__ import annotations

from pathlib import Path

from graph_builder.core.result import Result
from graph_builder.io.tables import write_csv

_MEASURES = ("count", "documents", "npmi", "g2")


def write(result: Result, path: Path) -> None:
    """Write one pair per row, sorted, the smaller id first.

    Raises:
        OSError: If the file cannot be written.
    """
    graph = result.cooccurrence
    rows = []
    for source, target in sorted((min(pair), max(pair)) for pair in graph.edges()):
        edge = graph.edges[source, target]
        ends = {"source": source, "target": target}
        names = {f"{end}_name": graph.nodes[node]["name"] for end, node in ends.items()}
        rows.append(ends | {measure: edge[measure] for measure in _MEASURES} | names)
    write_csv(path, rows, ("source", "target", *_MEASURES, "source_name", "target_name"))
