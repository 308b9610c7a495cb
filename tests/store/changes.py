"""Changes to the graph.nq of a build, as another build would make them."""

from __future__ import annotations

import hashlib
from itertools import groupby
from pathlib import Path

DIGEST = "<https://graph-builder.example/ontology#digest>"


def graphs(folder: Path) -> dict[str, list[str]]:
    """The lines of each graph but its digest, by its name; read without the code that is tested."""
    lines = (folder / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    grouped = {graph[1:-1]: list(each) for graph, each in groupby(lines, key=lambda line: line.split(" ")[-2])}
    return {graph: [line for line in each if line.split(" ")[1] != DIGEST] for graph, each in grouped.items()}


def write(folder: Path, graphs: dict[str, list[str]]) -> None:
    """Write graphs, each with its digest."""
    with (folder / "graph.nq").open("w", encoding="utf-8", newline="") as file:
        for name, lines in graphs.items():
            digest = hashlib.sha256("".join(lines).encode()).hexdigest()
            file.writelines([*lines, f'<{name}> {DIGEST} "{digest}" <{name}> .\n'])


def change(folder: Path, name: str) -> None:
    """Say one thing more in a graph."""
    changed = graphs(folder)
    changed[name].append(f'<{name}> <http://example.org/note> "تغيّر"@ar <{name}> .\n')
    write(folder, changed)


def drop(folder: Path, name: str) -> None:
    """Leave a graph out."""
    write(folder, {each: lines for each, lines in graphs(folder).items() if each != name})
