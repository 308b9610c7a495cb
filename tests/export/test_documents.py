"""documents.jsonl."""

from __future__ import annotations

from pathlib import Path

from graph_builder.export import documents
from tests.export.reading import jsonl
from tests.support.samples import sample_knowledge


def test_documents_jsonl_has_the_whole_article(tmp_path: Path) -> None:
    rows = jsonl(documents.write, tmp_path)
    assert [row["id"] for row in rows] == sorted(document.id for document in sample_knowledge().documents)
    by_source = {row["source"]: row for row in rows}
    assert by_source["market.txt"]["published"] == "2021-03-04"
    assert by_source["folder/bridge.html"]["published"] is None
    texts = {document.id: document.text for document in sample_knowledge().documents}
    assert {row["id"]: row["text"] for row in rows} == texts
    (sentence,) = by_source["river.jsonl#7"]["sentences"][:1]
    assert by_source["river.jsonl#7"]["text"][slice(*sentence)] == "يمر نهر الفرات في هدوء."


def test_documents_jsonl_counts_are_of_the_article(tmp_path: Path) -> None:
    by_source = {row["source"]: row["counts"] for row in jsonl(documents.write, tmp_path)}
    assert by_source == {
        "market.txt": {"words": 29, "sentences": 3, "silent": 0, "mentions": 10, "entities": 5, "relations": 5},
        "folder/bridge.html": {"words": 17, "sentences": 2, "silent": 0, "mentions": 6, "entities": 5, "relations": 3},
        "river.jsonl#7": {"words": 12, "sentences": 3, "silent": 0, "mentions": 4, "entities": 4, "relations": 1},
    }
