from __future__ import annotations

import json
from typing import Any

import pytest

from graph_builder.export.explorer.data import page_data
from tests.export.explorer.awkward import awkward_knowledge
from tests.samples import HOSTILE, result_of, sample_result

TRIGGERS = {e.trigger for relation in sample_result().knowledge.relations for e in relation.evidence}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return page_data(sample_result())


def _entity(data: dict[str, Any], name: str) -> int:
    return next(index for index, entity in enumerate(data["entities"]) if entity["name"] == name)


def test_it_is_plain(data: dict[str, Any]) -> None:
    assert json.loads(json.dumps(data)).keys() == data.keys()


def test_each_sentence_stands_once(data: dict[str, Any]) -> None:
    texts = [(sentence["document"], sentence["text"]) for sentence in data["sentences"]]
    assert len(texts) == len(set(texts))


def test_names_stand_where_they_are_said_to(data: dict[str, Any]) -> None:
    written = {
        (sentence["text"][name.start : name.end], data["entities"][name.entity]["name"])
        for sentence in data["sentences"]
        for name in sentence["names"]
    }
    assert ("ليلى المنصوري", "ليلى المنصوري") in written
    assert ("الحداد", "سامي الحداد") in written
    assert (HOSTILE, HOSTILE) in written


def test_every_relation_has_sentences_with_its_trigger(data: dict[str, Any]) -> None:
    assert len(data["relations"]) == 8
    for relation in data["relations"]:
        assert relation["evidence"]
        for evidence in relation["evidence"]:
            text = data["sentences"][evidence["sentence"]]["text"]
            assert text[slice(*evidence["trigger"])] in TRIGGERS
    assert len({tuple(e["trigger"]) for r in data["relations"] for e in r["evidence"]}) > 2


def test_a_relation_says_who_said_it_when_and_where(data: dict[str, Any]) -> None:
    meeting = next(r for r in data["relations"] if r["predicate"] == "consult")
    assert (meeting["date"], meeting["place"]) == ("2021-03-03", _entity(data, "حلب"))
    assert len(meeting["evidence"]) == 2
    promises = [r for r in data["relations"] if r["predicate"] == "support"]
    assert {r["modality"] for r in promises} == {"future", "reported"}
    assert {r["speaker"] for r in promises} == {_entity(data, "ليلى المنصوري")}


def test_a_negated_relation_is_told_but_not_drawn(data: dict[str, Any]) -> None:
    (denied,) = [r for r in data["relations"] if r["polarity"] == "negated"]
    drawn = {number for edge in data["views"]["relations"]["edges"] for number in edge["relations"]}
    assert data["relations"].index(denied) not in drawn
    assert len(drawn) == 7


def test_an_entity_says_how_it_is_written_and_why(data: dict[str, Any]) -> None:
    entity = data["entities"][_entity(data, "ليلى المنصوري")]
    assert entity["aliases"] == ["المنصوري"]
    assert entity["merges"] == [
        {"left": "ليلى المنصوري", "right": "المنصوري", "rule": "shorter_name_in_article", "score": 0.9}
    ]
    assert data["entities"][_entity(data, "حلب")]["place"] == [36.2012, 37.1612, "SY"]


def test_an_entity_names_its_sentences(data: dict[str, Any]) -> None:
    river = data["entities"][_entity(data, "نهر الفرات")]
    assert [data["sentences"][index]["text"] for index in river["sentences"]] == ["يمر نهر الفرات في هدوء."]


def test_documents_have_a_date_where_it_is_known(data: dict[str, Any]) -> None:
    assert {document["published"] for document in data["documents"]} == {"2021-03-04", "2021-05-06", None}


def test_offsets_are_code_points() -> None:
    data = page_data(result_of(awkward_knowledge()))
    (sentence,) = data["sentences"]
    assert [sentence["text"][name.start : name.end] for name in sentence["names"]] == ["سامر", "ليلى"]
