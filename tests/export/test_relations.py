"""relations.jsonl and relations.csv."""

from __future__ import annotations

from pathlib import Path

from graph_builder.export.relations import write_relations_csv, write_relations_jsonl
from graph_builder.export.schema import schema
from tests.export.reading import jsonl, table
from tests.support.samples import ENTITY_IDS, sample_knowledge


def test_relations_jsonl_rows(tmp_path: Path) -> None:
    rows = jsonl(write_relations_jsonl, tmp_path)
    assert [row["id"] for row in rows] == sorted(relation.id for relation in sample_knowledge().relations)
    consult = next(row for row in rows if row["predicate"] == "consult")
    assert consult["date"] == "2021-03-03"
    assert consult["place"] == ENTITY_IDS["حلب"]
    assert consult["attributed_to"] is None
    assert consult["confidence"] == 0.9
    accuse = next(row for row in rows if row["predicate"] == "accuse")
    assert (accuse["polarity"], accuse["modality"]) == ("negated", "reported")
    assert accuse["attributed_to"] == ENTITY_IDS["سامي الحداد"]


def test_relations_csv_has_names_and_sentence(tmp_path: Path) -> None:
    rows = table(write_relations_csv, tmp_path)
    assert list(rows[0])[:11] == list(schema()["$defs"]["relation"]["properties"])
    assert len(rows) == len(sample_knowledge().relations)
    accuse = next(row for row in rows if row["predicate"] == "accuse")
    assert accuse["subject_name"] == "شركة الجسر"
    assert accuse["object_name"] == "ليلى المنصوري"
    assert accuse["attributed_to_name"] == "سامي الحداد"
    assert accuse["sentence"] == "ونفى الحداد أن تكون شركة الجسر قد اتهمت ليلى المنصوري."
    assert (accuse["evidence"], accuse["date"], accuse["place_name"]) == ("1", "", "")
    assert (accuse["title"], accuse["source"]) == ("افتتاح سوق جديد في حلب", "market.txt")
