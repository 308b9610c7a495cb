"""The explorer's data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from graph_builder.arabic.normalized import plain
from graph_builder.core.values import Document
from graph_builder.export.explorer.payload import page_data
from tests.export.explorer.awkward import awkward_knowledge
from tests.support.samples import HOSTILE, result_of, sample_knowledge, sample_result

TRIGGERS = {e.trigger for relation in sample_result().knowledge.relations for e in relation.evidence}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return page_data(sample_result())


def _entity(data: dict[str, Any], name: str) -> int:
    return next(index for index, entity in enumerate(data["entities"]) if entity["name"] == name)


def batched(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def test_payload_is_plain_json(data: dict[str, Any]) -> None:
    assert json.loads(json.dumps(data)).keys() == data.keys()


def test_payload_has_every_sentence_once(data: dict[str, Any]) -> None:
    texts = [(row["document"], row["text"]) for row in _rows(data["sentences"])]
    assert len(texts) == len(set(texts)) == len(sample_knowledge().sentences)


def test_payload_sentences_mark_paragraphs(data: dict[str, Any]) -> None:
    opening = {row["text"]: row["opens"] for row in _rows(data["sentences"])}
    assert opening["وقالت المنصوري إن سامي الحداد سيدعم شركة الجسر في سوريا."] == 1
    assert opening[plain(f"وكتب {HOSTILE} عن حلب.").text] == 0


def test_payload_offsets_of_names_are_true(data: dict[str, Any]) -> None:
    written = {
        (row["text"][start:end], data["entities"][entity]["name"])
        for row in _rows(data["sentences"])
        for start, end, entity in batched(row["names"], 3)
    }
    assert ("ليلى المنصوري", "ليلى المنصوري") in written
    assert ("الحداد", "سامي الحداد") in written
    assert (plain(HOSTILE).text, HOSTILE) in written


def test_payload_relations_have_sentences_with_their_trigger(data: dict[str, Any]) -> None:
    relations = _rows(data["relations"])
    assert len(relations) == 8
    for relation in relations:
        assert relation["evidence"]
        for sentence, start, end, rule in batched(relation["evidence"], 4):
            assert data["sentences"]["text"][sentence][start:end] in TRIGGERS
            assert data["rules"][rule] in {"verb_order", "nominal_between", "speech", "place_within_place"}


def test_payload_relations_have_attribution_date_and_place(data: dict[str, Any]) -> None:
    relations = _rows(data["relations"])
    meeting = next(r for r in relations if r["predicate"] == "consult")
    assert (meeting["date"], meeting["place"]) == ("2021-03-03", _entity(data, "حلب"))
    assert len(meeting["evidence"]) == 8
    promises = [r for r in relations if r["predicate"] == "support"]
    assert {r["modality"] for r in promises} == {"future", "reported"}
    assert {r["speaker"] for r in promises} == {_entity(data, "ليلى المنصوري")}
    assert [r["predicate"] for r in relations if r["negated"]] == ["accuse"]


def test_payload_entities_have_aliases_and_merges(data: dict[str, Any]) -> None:
    entity = data["entities"][_entity(data, "ليلى المنصوري")]
    assert entity["aliases"] == ["المنصوري"]
    assert entity["merges"] == [
        {"left": "ليلى المنصوري", "right": "المنصوري", "rule": "shorter_name_in_article", "score": 0.9}
    ]
    assert data["entities"][_entity(data, "حلب")]["place"] == [36.2012, 37.1612, "SY"]


def test_payload_places_have_points_and_outlines(data: dict[str, Any]) -> None:
    x, y = data["entities"][_entity(data, "حلب")]["point"]
    assert (x, y) == (371.6, -388.8)
    assert data["entities"][_entity(data, "ليلى المنصوري")]["point"] is None
    assert data["outlines"]["SY"].startswith("M")


def test_payload_without_places_has_no_map() -> None:
    assert page_data(result_of(awkward_knowledge()))["outlines"] == {}


def test_payload_pairs_are_those_of_cooccurrence(data: dict[str, Any]) -> None:
    graph = sample_result().cooccurrence
    pairs = _rows(data["pairs"])
    assert len(pairs) == graph.number_of_edges()
    names = {frozenset(data["entities"][pair[end]]["name"] for end in ("from", "to")) for pair in pairs}
    assert frozenset({"حلب", HOSTILE}) in names
    assert all(pair["from"] < pair["to"] for pair in pairs)


def test_payload_documents_have_a_known_date(data: dict[str, Any]) -> None:
    assert {document["published"] for document in data["documents"]} == {"2021-03-04", "2021-05-06", None}


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("https://news.example/2021/1.html", "news.example"),
        ("folder/all.jsonl#7", "folder/all.jsonl"),
        ("folder/below/one.txt", "folder/below"),
        ("one.txt", ""),
    ],
)
def test_payload_sources_are_used(source: str, origin: str) -> None:
    knowledge = replace(awkward_knowledge(), documents=(), relations=(), entities=(), sentences=())
    knowledge = replace(knowledge, documents=(Document("d", source, "", ""),))
    assert page_data(result_of(knowledge))["documents"][0]["origin"] == origin


def test_payload_has_the_settings(data: dict[str, Any]) -> None:
    assert data["build"] == {"window": "sentence", "version": "0"}


def test_payload_offsets_are_code_points() -> None:
    data = page_data(result_of(awkward_knowledge()))
    [text], [names] = data["sentences"]["text"], data["sentences"]["names"]
    assert [text[start:end] for start, end, _ in batched(names, 3)] == ["سامر", "ليلى"]
