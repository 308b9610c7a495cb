"""Tables and Cypher for Neo4j."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph_builder.exchange import export
from graph_builder.exchange.cypher import Day, literal
from graph_builder.exchange.neo4j import LISTS
from graph_builder.exchange.statements import one_line
from tests.conftest import Rows
from tests.exchange.conftest import Exported
from tests.fuzz.exchanges import statements, table
from tests.support.hostile import NAMES

# A column of a header, as Neo4j's manual describes it.
_COLUMN = re.compile(
    r"(?P<name>\w*):(?P<kind>ID|START_ID|END_ID|LABEL|TYPE|int|double|date|string)(?P<space>\(\w+\))?(?P<list>\[\])?"
)
_READ: dict[str, Any] = {"int": int, "double": float, "date": date.fromisoformat}


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a table with values of the types that its header gives."""
    return [{name: _value(name, cell) for name, cell in row.items() if cell} for row in table(path)]


def _value(column: str, cell: str) -> Any:
    if ":" not in column:
        return cell
    found = _COLUMN.fullmatch(column)
    assert found, column
    if found["list"] or found["kind"] == "LABEL":
        return cell.split(LISTS)
    return _READ.get(found["kind"], str)(cell)


def test_neo4j_tables_refer_to_their_nodes(exported: Exported) -> None:
    folder = exported("neo4j")
    entities, articles, relations, mentions = (
        read(folder / f"neo4j-{name}.csv") for name in ("entities", "articles", "relations", "mentions")
    )
    ids = {row["id:ID(Entity)"] for row in entities}
    documents = {row["id:ID(Article)"] for row in articles}
    assert (len(ids), len(documents)) == (len(entities), len(articles))
    assert {row[f":{end}_ID(Entity)"] for row in relations for end in ("START", "END")} <= ids
    assert {row[":START_ID(Entity)"] for row in mentions} <= ids
    assert {row[":END_ID(Article)"] for row in mentions} == documents
    assert {tuple(row[":LABEL"]) for row in entities} == {
        *(("Entity", "Person"), ("Entity", "Organization"), ("Entity", "Place"))
    }


def test_neo4j_relations_have_their_sentences_in_parallel_lists(exported: Exported, rows: Rows) -> None:
    found = {row["id"]: row for row in read(exported("neo4j") / "neo4j-relations.csv")}
    texts = {row["id"]: row["text"] for row in rows("documents.jsonl")}
    assert len(found) == len(rows("relations.jsonl"))
    for relation in rows("relations.jsonl"):
        row = found[relation["id"]]
        articles = row["articles:string[]"]
        sentences = {(each["document"], each["start"]) for each in relation["evidence"]}
        assert len(sentences) == len(articles) == len(row["sentences:string[]"]) == len(row["triggers:string[]"])
        first = relation["evidence"][0]
        assert articles[0] == first["document"]
        quoted = row["sentences:string[]"][0].removeprefix("'")
        assert quoted.split()[0] in texts[first["document"]][first["start"] : first["end"]]
        assert row["confidence:double"] == relation["confidence"]
        assert row[":TYPE"] == ("DENIED_" if relation["polarity"] == "negated" else "") + relation["predicate"].upper()


def test_neo4j_script_has_the_nodes_and_relationships_of_the_tables(exported: Exported) -> None:
    folder = exported("neo4j")
    script = statements(folder / "neo4j.cypher")
    rows = sum(statement.count("\n{") for statement in script)
    tables = [table(path) for path in sorted(folder.glob("*.csv"))]
    assert rows == sum(map(len, tables))
    assert len(statements(folder / "neo4j-index.cypher")) == 2
    assert "date('2024-12-02')" in "".join(script)


def test_neo4j_large_files_are_written_in_batches(exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_builder.exchange.cypher.ROWS", 10)
    script = statements(exported("neo4j") / "neo4j.cypher")
    assert max(statement.count("\n{") for statement in script) == 10


def test_neo4j_keeps_hostile_text_inside_its_literal(hostile: Path, tmp_path: Path) -> None:
    export(hostile, "neo4j", tmp_path)
    script = statements(tmp_path / "neo4j.cypher")
    assert all(statement.startswith("UNWIND [\n") for statement in script)
    found = {row["name"] for row in read(tmp_path / "neo4j-entities.csv")}
    for name in map(one_line, NAMES):
        assert f"name: {literal(name)}" in "".join(script)
        assert name in found or f"'{name}" in found


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('it\'s \\ a\n"b"', "'it\\'s \\\\ a\\n\"b\"'"),
        (Day("2024-12-02"), "date('2024-12-02')"),
        ({"a": 1, "b": None, "c": [0.5, "x"]}, "{a: 1, c: [0.5, 'x']}"),
        ("\ud800", "'\ufffd'"),
    ],
)
def test_cypher_literals(value: Any, written: str) -> None:
    assert literal(value) == written
