"""Write the files of a build, one writer each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph_builder.core.progress import Progress, no_progress
from graph_builder.core.result import Result
from graph_builder.export import cooccurrence, documents, explorer, geojson, index, manifest, merges, rdf
from graph_builder.export.entities import write_entities_csv, write_entities_jsonl
from graph_builder.export.networks import (
    write_cooccurrence_gexf,
    write_cooccurrence_graphml,
    write_relations_gexf,
    write_relations_graphml,
)
from graph_builder.export.relations import write_relations_csv, write_relations_jsonl
from graph_builder.io.atomic import locked, written_aside

__all__ = ["EXPORTERS", "Result", "locked", "write_all"]

# The writer of each file of every build; the manifest is last, because it lists the others.
EXPORTERS: dict[str, Callable[[Result, Path], None]] = {
    "documents.jsonl": documents.write,
    "entities.jsonl": write_entities_jsonl,
    "entities.csv": write_entities_csv,
    "merges.csv": merges.write,
    "relations.jsonl": write_relations_jsonl,
    "relations.csv": write_relations_csv,
    "cooccurrence.csv": cooccurrence.write,
    "relations.graphml": write_relations_graphml,
    "relations.gexf": write_relations_gexf,
    "cooccurrence.graphml": write_cooccurrence_graphml,
    "cooccurrence.gexf": write_cooccurrence_gexf,
    "graph.ttl": rdf.write_turtle,
    "graph.nq": rdf.write_nquads,
    "ontology.ttl": rdf.write_ontology,
    "shapes.ttl": rdf.write_shapes,
    "places.geojson": geojson.write,
    "explorer.html": explorer.write,
    "index.html": index.write,
    "manifest.json": manifest.write,
}


def write_all(result: Result, directory: Path, progress: Progress = no_progress) -> tuple[Path, ...]:
    """Write every file of a build into the directory, and return their paths in the order of `EXPORTERS`.

    They are written to a temporary folder and moved at the end, so that a failure, an interrupt or a full disk leaves
    the directory unchanged.

    Args:
        result: The build.
        directory: The folder to write to.
        progress: A function that is called before each file is written.

    Raises:
        OutputError: If the files cannot be written.
    """
    with written_aside(directory) as folder:
        for number, (name, write) in enumerate(EXPORTERS.items()):
            progress("write", number, len(EXPORTERS))
            write(result, folder / name)
    return tuple(directory / name for name in EXPORTERS)
