"""places.geojson."""

from __future__ import annotations

import json
from pathlib import Path

from graph_builder.export import geojson
from tests.support.samples import ENTITY_IDS, sample_result


def test_geojson_points_have_longitude_first(tmp_path: Path) -> None:
    geojson.write(sample_result(), tmp_path / "t")
    collection = json.loads((tmp_path / "t").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    [feature] = collection["features"]
    assert feature["type"] == "Feature" and feature["id"] == ENTITY_IDS["حلب"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [37.16117, 36.20124]}
    assert feature["properties"]["name"] == "حلب"
    assert (feature["properties"]["mentions"], feature["properties"]["documents"]) == (4, 3)
