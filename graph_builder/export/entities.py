"""entities.jsonl and entities.csv: the entities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph_builder.core.result import Result
from graph_builder.core.values import Entity, Place
from graph_builder.io.tables import write_csv, write_jsonl

MEASURES = ("degree", "pagerank", "betweenness", "community", "community_name", "community_name_latin")

_GRAPHS = ("cooccurrence", "relations")
_COLUMNS = (
    *("id", "kind", "name", "name_latin", "transliterated", "aliases", "links", "lat", "lon", "country"),
    *("mentions", "documents"),
    *(f"{graph}_{measure}" for graph in _GRAPHS for measure in MEASURES),
)


def write_entities_jsonl(result: Result, path: Path) -> None:
    """Write one entity per line, sorted by id, with its mentions and its measures in both graphs.

    Raises:
        OSError: If the file cannot be written.
    """
    rows = (
        {
            **_identity(entity),
            "aliases": entity.aliases,
            "links": entity.links,
            "same_as": entity.same_as,
            "place": _place(entity.place),
            "place_score": entity.place_score if entity.place else None,
            "other_places": [
                {**(_place(place) or {}), "link": link, "score": score} for place, link, score in entity.other_places
            ],
            "mentions": [
                {"document": m.document, "sentence": m.sentence, "start": m.start, "end": m.end, "surface": m.surface}
                for m in entity.mentions
            ],
            "measures": _measures(result, entity),
        }
        for entity in _sorted(result)
    )
    write_jsonl(path, rows)


def write_entities_csv(result: Result, path: Path) -> None:
    """Write one entity per row, sorted by id, with aliases joined by ` | `, links by a space, and counts of mentions.

    Raises:
        OSError: If the file cannot be written.
    """
    rows = (
        {
            **_identity(entity),
            "aliases": " | ".join(entity.aliases),
            "links": " ".join(entity.links),
            **(_place(entity.place) or {"lat": None, "lon": None, "country": None}),
            "mentions": len(entity.mentions),
            "documents": len({mention.document for mention in entity.mentions}),
            **{
                f"{graph}_{measure}": value
                for graph, measures in _measures(result, entity).items()
                for measure, value in measures.items()
            },
        }
        for entity in _sorted(result)
    )
    write_csv(path, rows, _COLUMNS)


def _identity(entity: Entity) -> dict[str, str | bool]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "name_latin": entity.name_latin,
        "transliterated": entity.transliterated,
    }


def _sorted(result: Result) -> list[Entity]:
    return sorted(result.knowledge.entities, key=lambda entity: entity.id)


def _place(place: Place | None) -> dict[str, float | str] | None:
    return {"lat": round(place.lat, 6), "lon": round(place.lon, 6), "country": place.country} if place else None


def _measures(result: Result, entity: Entity) -> dict[str, dict[str, Any]]:
    nodes = {"cooccurrence": result.cooccurrence.nodes, "relations": result.relations.nodes}
    return {graph: {measure: nodes[graph][entity.id][measure] for measure in MEASURES} for graph in _GRAPHS}
