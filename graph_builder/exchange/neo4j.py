"""Files for Neo4j: tables for `neo4j-admin database import`, and Cypher that Memgraph and FalkorDB run, too.

Entities and articles are nodes; relations and mentions are relationships. The type of a relation is its predicate, with
`DENIED_` before it if it is negated, so that a query for attacks finds none that did not happen. A relation has its
sentences, triggers and articles in lists of the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from graph_builder.exchange.cypher import Day, Node, Relationship, merge_nodes, merge_relationships
from graph_builder.exchange.statements import Actor, Statement, actors, each, one_line, statements
from graph_builder.io.build_files import Row, of_this_version
from graph_builder.io.tables import write_csv
from graph_builder.io.text import write_text

Values = dict[str, Any]

LISTS = "\t"  # between the values of a list in a table: names and sentences on one line hold none

_LABELS = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
_ENTITY = (
    *("id:ID(Entity)", "name", "name_latin", "aliases:string[]", "country", "latitude:double", "longitude:double"),
    *("links:string[]", "mentions:int", "articles:int", ":LABEL"),
)
_ARTICLE = ("id:ID(Article)", "title", "source", "published:date", "copy_of", ":LABEL")
_RELATION = (
    *(":START_ID(Entity)", ":TYPE", ":END_ID(Entity)", "id", "polarity", "modality", "confidence:double", "date"),
    *("published:date", "attributed_to", "attributed_to_name", "place", "place_name"),
    *("sentences:string[]", "triggers:string[]", "articles:string[]", "sources:string[]"),
)
_MENTION = (":START_ID(Entity)", ":TYPE", ":END_ID(Article)", "count:int")

# Neo4j, Memgraph and FalkorDB all accept this form, but none of them a second time.
_INDEX = """CREATE INDEX FOR (n:Entity) ON (n.id);
CREATE INDEX FOR (n:Article) ON (n.id);
"""


def write(build: Path, folder: Path) -> None:
    """Write neo4j-entities.csv, -articles.csv, -relations.csv, -mentions.csv, neo4j-index.cypher and neo4j.cypher.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
        OSError: When a file cannot be written.
    """
    with of_this_version(build):
        known = actors(build)
        _write_table(folder / "neo4j-entities.csv", _entities(build, known), _ENTITY)
        _write_table(folder / "neo4j-articles.csv", _articles(build), _ARTICLE)
        _write_table(folder / "neo4j-relations.csv", _relations(build, known), _RELATION)
        _write_table(folder / "neo4j-mentions.csv", _mentions(build), _MENTION)
        write_text(folder / "neo4j-index.cypher", _INDEX)
        with (folder / "neo4j.cypher").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(merge_nodes(map(_node, chain(_entities(build, known), _articles(build)))))
            edges = chain(_relations(build, known), _mentions(build))
            file.writelines(merge_relationships(map(_relationship, edges)))


def _entities(build: Path, known: Mapping[str, Actor]) -> Iterator[Values]:
    for row in each(build, "entities.jsonl"):
        actor, place = known[row["id"]], row["place"] or {}
        values = (
            *(actor.id, actor.name, actor.name_latin or None, [one_line(alias) for alias in row["aliases"]]),
            *(actor.country or None, place.get("lat"), place.get("lon")),
            [one_line(link) for link in (*row["links"], *row["same_as"])],
            *(len(row["mentions"]), len({mention["document"] for mention in row["mentions"]}), _LABELS[actor.kind]),
        )
        yield dict(zip(_ENTITY, values, strict=True))


def _articles(build: Path) -> Iterator[Values]:
    for row in each(build, "documents.jsonl"):
        texts = (one_line(row["title"]) or None, one_line(row["source"]) or None)
        values = (row["id"], *texts, row["published"], row["copy_of"], None)
        yield dict(zip(_ARTICLE, values, strict=True))


def _relations(build: Path, known: dict[str, Actor]) -> Iterator[Values]:
    for statement in statements(build, known):
        yield dict(zip(_RELATION, _relation(statement), strict=True))


def _relation(statement: Statement) -> tuple[Any, ...]:
    speaker, place, quotes = statement.attributed_to, statement.place, statement.quotes
    kind = statement.predicate.upper()
    return (
        *(statement.subject.id, kind if statement.polarity == "affirmed" else f"DENIED_{kind}", statement.object.id),
        *(statement.id, statement.polarity, statement.modality, statement.confidence, statement.date or None),
        statement.published or None,
        *((speaker.id, speaker.name) if speaker else (None, None)),
        *((place.id, place.name) if place else (None, None)),
        *([getattr(quote, name) for quote in quotes] for name in ("sentence", "trigger", "article", "source")),
    )


def _mentions(build: Path) -> Iterator[Values]:
    for row in each(build, "entities.jsonl"):
        for article, count in sorted(Counter(mention["document"] for mention in row["mentions"]).items()):
            yield dict(zip(_MENTION, (row["id"], "MENTIONED_IN", article, count), strict=True))


def _write_table(path: Path, rows: Iterable[Values], columns: Sequence[str]) -> None:
    """Write a table with the labels of nodes, and with lists as texts."""
    write_csv(path, map(_flat, rows), columns, marked=False)


def _flat(row: Values) -> Values:
    flat = {column: LISTS.join(value) if isinstance(value, list) else value for column, value in row.items()}
    if ":LABEL" in row:
        base = "Entity" if _ENTITY[0] in row else "Article"
        flat[":LABEL"] = LISTS.join(filter(None, (base, row[":LABEL"])))
    return flat


def _node(row: Row) -> Node:
    label = "Entity" if _ENTITY[0] in row else "Article"
    return Node(label, row[":LABEL"] or "", _properties(row))


def _relationship(row: Row) -> Relationship:
    properties = _properties(row)
    key = {"id": properties.pop("id")} if "id" in properties else {}
    source, kind, target, *_ = row.values()
    label = "Article" if _MENTION[2] in row else "Entity"
    return Relationship(kind, source, target, label, key, properties)


def _properties(row: Row) -> Values:
    """Return the properties of a row by name, days as dates."""
    properties = {}
    for column, value in row.items():
        name, _, kind = column.partition(":")
        if name and value is not None and value != []:
            properties[name] = Day(value) if kind == "date" else value
    return properties
