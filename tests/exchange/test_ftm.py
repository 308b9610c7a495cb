"""Entities of FollowTheMoney; `tests/stores/test_exports.py` has the package itself validate them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from graph_builder.exchange import export
from graph_builder.exchange.statements import one_line
from graph_builder.export import write_all
from tests.conftest import Rows
from tests.exchange.conftest import Exported
from tests.fuzz.exchanges import ftm
from tests.support.hostile import NAMES
from tests.support.samples import contradicting_knowledge, result_of

SCHEMATA = {"PER": ("Person",), "LOC": ("Address",), "ORG": ("Organization", "PublicBody", "Company")}


def test_ftm_has_every_article_entity_and_relation(exported: Exported, rows: Rows) -> None:
    entities = {entity["id"]: entity for entity in ftm(exported("ftm") / "entities.ftm.json")}
    for name in ("documents", "entities", "relations"):
        assert {row["id"] for row in rows(f"{name}.jsonl")} <= set(entities)
    for row in rows("entities.jsonl"):
        found = entities[row["id"]]
        assert found["properties"]["name"] == [row["name"]]
        assert found["schema"] in SCHEMATA[row["kind"]]
    counted = Counter(entity["schema"] for entity in entities.values())
    assert counted["Employment"] and counted["Occupancy"] and counted["Membership"] and counted["PublicBody"]


def test_ftm_interests_have_sentences_and_articles(exported: Exported, rows: Rows) -> None:
    entities = {entity["id"]: entity for entity in ftm(exported("ftm") / "entities.ftm.json")}
    for row in rows("relations.jsonl"):
        properties = entities[row["id"]]["properties"]
        assert len(properties["summary"]) >= 1
        assert properties["proof"] == sorted({each["document"] for each in row["evidence"]})
        assert len(properties["description"]) > 1
        assert properties["status"] == [row["polarity"], row["modality"]]


def test_ftm_says_what_is_denied(tmp_path: Path) -> None:
    write_all(result_of(contradicting_knowledge()), tmp_path / "build")
    export(tmp_path / "build", "ftm", tmp_path / "out")
    links = [each for each in ftm(tmp_path / "out" / "entities.ftm.json") if each["schema"] == "UnknownLink"]
    roles = {tuple(each["properties"]["status"]): each["properties"]["role"] for each in links}
    assert roles["negated", "reported"] == ["accuses or criticises (denied; in somebody's words)"]
    assert roles["affirmed", "future"] == ["supports (announced, not yet done)"]


def test_ftm_countries_are_iso_codes(exported: Exported) -> None:
    entities = ftm(exported("ftm") / "entities.ftm.json")
    named = {
        each["properties"]["name"][0]: each["properties"]
        for each in entities
        if each["schema"] in ("Address", "PublicBody")
    }
    assert named["سوريا"]["country"] == named["الجيش السوري"]["country"] == ["sy"]


def test_ftm_public_bodies_are_those_of_states(exported: Exported) -> None:
    found = [each for each in ftm(exported("ftm") / "entities.ftm.json") if each["schema"] != "Mention"]
    schemata = {name: each["schema"] for each in found for name in each["properties"].get("name", ())}
    assert schemata["الجيش السوري"] == "PublicBody"
    assert schemata["جيش الفتح"] == schemata["المعارضة السورية"] == "Organization"


def test_ftm_keeps_hostile_names(hostile: Path, tmp_path: Path) -> None:
    export(hostile, "ftm", tmp_path)
    entities = ftm(tmp_path / "entities.ftm.json")
    assert {name for each in entities for name in each["properties"].get("name", [])} >= set(map(one_line, NAMES))
    assert {each["schema"] for each in entities if "sourceUrl" in each["properties"]} == set()
