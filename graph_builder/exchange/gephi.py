"""Tables for Gephi's spreadsheet import: nodes, and the edges of both networks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.exchange import networks
from graph_builder.io.build_files import of_this_version
from graph_builder.io.tables import write_csv

# Columns that Gephi knows by name. Without `Kind`, it makes one edge of several predicates between the same nodes.
_ENDS = ("Source", "Target", "Type", "Id", "Weight")


def write(build: Path, folder: Path) -> None:
    """Write gephi-nodes.csv, gephi-edges.csv (affirmed relations) and gephi-cooccurrence.csv.

    An edge of a symmetric predicate is undirected. The first versions of the import do not know byte order marks.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
        OSError: When a file cannot be written.
    """
    with of_this_version(build):
        nodes = ({"Id": key, "Label": node["label"], **node} for key, node in networks.nodes(build, "relations"))
        write_csv(folder / "gephi-nodes.csv", nodes, ("Id", "Label", *networks.NODE), marked=False)
        edges, pairs = (_edges(build, network) for network in ("relations", "cooccurrence"))
        write_csv(folder / "gephi-edges.csv", edges, (*_ENDS, "Label", "Kind", *networks.EDGE), marked=False)
        write_csv(folder / "gephi-cooccurrence.csv", pairs, (*_ENDS, *networks.PAIR), marked=False)


def _edges(build: Path, network: str) -> Iterator[dict[str, Any]]:
    for edge in networks.edges(build, network):
        yield {
            "Source": edge.source,
            "Target": edge.target,
            "Type": "Undirected" if edge.symmetric else "Directed",
            "Id": edge.attributes["id"],
            "Weight": edge.attributes["weight"],
            "Label": edge.label,
            "Kind": edge.attributes.get("predicate"),
            **edge.attributes,
        }
