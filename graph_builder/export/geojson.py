"""places.geojson: the entities with coordinates (RFC 7946)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph_builder.core.result import Result
from graph_builder.core.values import Entity, Place
from graph_builder.io.text import write_text


def write(result: Result, path: Path) -> None:
    """Write a FeatureCollection with one Point (longitude, latitude) for each entity with coordinates.

    Raises:
        OSError: If the file cannot be written.
    """
    entities = sorted(result.knowledge.entities, key=lambda entity: entity.id)
    features = [_feature(entity, entity.place) for entity in entities if entity.place]
    collection = {"type": "FeatureCollection", "features": features}
    write_text(path, json.dumps(collection, ensure_ascii=False, indent=1) + "\n")


def _feature(entity: Entity, place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": entity.id,
        "geometry": {"type": "Point", "coordinates": [round(place.lon, 6), round(place.lat, 6)]},
        "properties": {
            "name": entity.name,
            "name_latin": entity.name_latin,
            "kind": entity.kind,
            "country": place.country,
            "aliases": entity.aliases,
            "links": entity.links,
            "mentions": len(entity.mentions),
            "documents": len({mention.document for mention in entity.mentions}),
        },
    }
