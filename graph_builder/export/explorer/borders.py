"""The outlines of countries, projected for the map of the page.

They are those of the package `countryinfo`, from Natural Earth's 1:110m countries, in the public domain. A few small
countries have no outline there; most of their borders are those of their neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

Ring = Sequence[Sequence[float]]

SCALE = 10.0  # map units per degree of longitude
HIGHEST = 80.0  # degrees of latitude; beyond, the projection is too large


def projected(lat: float, lon: float) -> tuple[float, float]:
    """Return a place (degrees) in Mercator's projection: x to the east and y to the south, in map units."""
    lat = max(-HIGHEST, min(HIGHEST, lat))
    north = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
    return round(lon * SCALE, 1) + 0.0, round(-north * SCALE, 1) + 0.0


@cache
def outlines() -> dict[str, str]:
    """Return the SVG path of each country by its ISO 3166-1 alpha-2 code, without Antarctica."""
    from countryinfo import all_countries  # its import reads some hundred files, which only the page needs

    paths: dict[str, str] = {}
    for country in all_countries():
        code = country.iso(2)
        features = country.geo_json().get("features", ())
        path = "".join(_path(ring) for feature in features for ring in _rings(feature["geometry"]))
        if path and code != "AQ":
            paths.setdefault(code, path)
    return dict(sorted(paths.items()))


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from polygon


def _path(ring: Ring) -> str:
    """Return a closed path in whole units with relative steps, or "" if it has no area."""
    points = [(round(x), round(y)) for x, y in (projected(lat, lon) for lon, lat in ring)]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points)]
    steps = [step for step in steps if step != (0, 0)]
    if len(steps) < 3:
        return ""
    line = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{line}z"
