"""merges.csv: the names that were merged into one entity, with the rule of each merge."""

from __future__ import annotations

from pathlib import Path

from graph_builder.core.result import Result
from graph_builder.io.tables import write_csv


def write(result: Result, path: Path) -> None:
    """Write one merge per row, sorted; `entity_name` is the main name of the entity.

    Raises:
        OSError: If the file cannot be written.
    """
    names = {entity.id: entity.name for entity in result.knowledge.entities}
    rows = [
        {
            "entity": merge.entity,
            "left": merge.left,
            "right": merge.right,
            "rule": merge.rule,
            "score": round(merge.score, 6),
            "entity_name": names[merge.entity],
        }
        for merge in sorted(result.knowledge.merges, key=lambda m: (m.entity, m.left, m.right, m.rule, m.score))
    ]
    write_csv(path, rows, ("entity", "left", "right", "rule", "score", "entity_name"))
