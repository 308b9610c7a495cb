"""entities.jsonl and entities.csv."""

from __future__ import annotations

from pathlib import Path

from graph_builder.export.entities import write_entities_csv, write_entities_jsonl
from tests.export.reading import jsonl, table
from tests.support.samples import ENTITY_IDS, HOSTILE, sample_result


def test_entities_jsonl_rows(tmp_path: Path) -> None:
    rows = jsonl(write_entities_jsonl, tmp_path)
    assert [row["id"] for row in rows] == sorted(ENTITY_IDS.values())
    aleppo = next(row for row in rows if row["name"] == "حلب")
    assert aleppo["place"] == {"lat": 36.20124, "lon": 37.16117, "country": "SY"}
    assert sum(row["place"] is None for row in rows) == len(rows) - 1


def test_entities_jsonl_measures_are_those_of_both_graphs(tmp_path: Path) -> None:
    result = sample_result()
    for row in jsonl(write_entities_jsonl, tmp_path):
        for name, graph in (("cooccurrence", result.cooccurrence), ("relations", result.relations)):
            assert row["measures"][name].items() <= graph.nodes[row["id"]].items()


def test_entities_csv_equals_entities_jsonl(tmp_path: Path) -> None:
    rows = {row["id"]: row for row in table(write_entities_csv, tmp_path)}
    layla, aleppo = rows[ENTITY_IDS["ليلى المنصوري"]], rows[ENTITY_IDS["حلب"]]
    assert list(layla)[:7] == ["id", "kind", "name", "name_latin", "transliterated", "aliases", "links"]
    assert layla["aliases"] == "ليلى المنصوري | المنصوري"
    assert (layla["mentions"], layla["documents"], layla["lat"]) == ("4", "2", "")
    assert (aleppo["lat"], aleppo["lon"], aleppo["country"]) == ("36.20124", "37.16117", "SY")
    assert aleppo["links"] == "https://sws.geonames.org/170063/"
    assert rows[ENTITY_IDS[HOSTILE]]["name"] == f"'{HOSTILE}"
