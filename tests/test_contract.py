"""What the files of a build say of each other, on the seeds.

What each JSON file holds alone is its schema's (tests/export/test_schema.py), offsets and digests are those of
`graph-builder validate` (tests/store/test_validate.py).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
import pytest
import rdflib

from graph_builder.core.values import content_id
from graph_builder.export.schema import schema
from tests.conftest import Rows
from tests.support.recorded import ROOT, recorded, seeds

Row = dict[str, Any]

RELATION = schema()["$defs"]["relation"]["properties"]


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def cells(values: Row) -> dict[str, str]:
    """Values as a table has them."""
    return {name: "" if value is None else str(value) for name, value in values.items()}


@pytest.fixture(scope="module")
def texts(rows: Rows) -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows("documents.jsonl")}


@pytest.fixture(scope="module")
def entities(rows: Rows) -> dict[str, Row]:
    return {row["id"]: row for row in rows("entities.jsonl")}


@pytest.fixture(scope="module")
def relations(rows: Rows) -> list[Row]:
    return rows("relations.jsonl")


def test_documents_jsonl_holds_the_articles_unchanged(
    rows: Rows, entities: dict[str, Row], relations: list[Row]
) -> None:
    mentions = [mention["document"] for entity in entities.values() for mention in entity["mentions"]]
    evidence = [{each["document"] for each in relation["evidence"]} for relation in relations]
    sentences = {each.document.id: [[s.start, s.end] for s in each.sentences] for each in recorded(seeds())}
    documents = rows("documents.jsonl")
    assert [row["id"] for row in documents] == sorted({row["id"] for row in documents})
    for row in documents:
        assert row["text"] == (ROOT / row["source"]).read_bytes().decode("utf-8")
        assert row["id"] == content_id(row["text"])
        assert row["title"] and row["title"].removesuffix("…") in " ".join(row["text"].split())
        assert row["sentences"] == sentences[row["id"]]
        assert row["counts"]["sentences"] == len(row["sentences"])
        assert row["counts"]["mentions"] == mentions.count(row["id"])
        assert row["counts"]["relations"] == sum(row["id"] in documents for documents in evidence)


def test_entities_jsonl_names_links_and_mentions(entities: dict[str, Row]) -> None:
    assert list(entities) == sorted(entities)
    spans = [(m["document"], m["start"], m["end"]) for row in entities.values() for m in row["mentions"]]
    assert len(spans) == len(set(spans)), "a span is a mention of one entity"
    assert all(start < end for _, start, end in spans)
    for row in entities.values():
        assert row["name"] and row["name"] not in row["aliases"]
        assert row["name_latin"].isprintable()
        assert all(re.match(r"https?://\S+$", link) for link in row["links"])
    for graph in ("cooccurrence", "relations"):
        assert sum(row["measures"][graph]["pagerank"] for row in entities.values()) == pytest.approx(1, abs=1e-4)


def test_relations_jsonl_refers_to_entities_and_sentences(relations: list[Row], entities: dict[str, Row]) -> None:
    identifiers = [row["id"] for row in relations]
    assert identifiers == sorted(set(identifiers))
    sentences = {(a.document.id, s.start, s.end) for a in recorded(seeds()) for s in a.sentences}
    for row in relations:
        assert row["subject"] != row["object"]
        assert {row["subject"], row["object"], row["attributed_to"], row["place"]} <= {*entities, None}
        assert row["place"] is None or entities[row["place"]]["kind"] == "LOC"
        assert row["confidence"] > 0
        for each in row["evidence"]:
            assert (each["document"], each["start"], each["end"]) in sentences
            assert each["trigger"] and each["rule"]


def test_entities_csv_equals_entities_jsonl(seeds_output: Path, entities: dict[str, Row]) -> None:
    assert table(seeds_output / "entities.csv") == [
        cells(
            {
                **{name: row[name] for name in ("id", "kind", "name", "name_latin", "transliterated")},
                "aliases": " | ".join(row["aliases"]),
                "links": " ".join(row["links"]),
                **(row["place"] or dict.fromkeys(("lat", "lon", "country"))),
                "mentions": len(row["mentions"]),
                "documents": len({mention["document"] for mention in row["mentions"]}),
                **{f"{graph}_{name}": v for graph, each in row["measures"].items() for name, v in each.items()},
            }
        )
        for row in entities.values()
    ]


def test_relations_csv_equals_relations_jsonl(
    seeds_output: Path, relations: list[Row], entities: dict[str, Row], texts: dict[str, str]
) -> None:
    listed = table(seeds_output / "relations.csv")
    assert len(listed) == len(relations)
    for row, relation in zip(listed, relations, strict=True):
        names = {end: relation[end] and entities[relation[end]]["name"] for end in ("subject", "object")}
        others = {end: relation[end] and entities[relation[end]]["name"] for end in ("attributed_to", "place")}
        first = relation["evidence"][0]
        expected = {
            **{name: relation[name] for name in RELATION if name != "evidence"},
            "evidence": len({(each["document"], each["start"]) for each in relation["evidence"]}),
            **{f"{end}_name": name for end, name in {**names, **others}.items()},
            "sentence": " ".join(texts[first["document"]][first["start"] : first["end"]].split()),
            "trigger": first["trigger"],
            "document": first["document"],
        }
        assert {name: row[name] for name in expected} == cells(expected)


def test_merges_csv_names_entities_and_rules(seeds_output: Path, entities: dict[str, Row]) -> None:
    merges = table(seeds_output / "merges.csv")
    assert merges
    for row in merges:
        entity = entities[row["entity"]]
        assert row["entity_name"] == entity["name"]
        assert row["left"] and row["right"] and re.fullmatch("[a-z_]+", row["rule"])
        assert 0 < float(row["score"]) <= 1


def test_cooccurrence_csv_names_entities_and_counts(seeds_output: Path, entities: dict[str, Row]) -> None:
    listed = table(seeds_output / "cooccurrence.csv")
    for row in listed:
        assert entities[row["source"]]["name"] == row["source_name"]
        assert entities[row["target"]]["name"] == row["target_name"]
        assert 1 <= int(row["documents"]) <= int(row["count"])
        assert -1 <= float(row["npmi"]) <= 1
        assert float(row["g2"]) == round(float(row["g2"]), 6)


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_networks_in_networkx_equal_the_tables(
    kind: str, seeds_output: Path, entities: dict[str, Row], relations: list[Row]
) -> None:
    readers: dict[str, Callable[[Path], Any]] = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
    read = readers[kind]
    named: nx.Graph[str] = read(seeds_output / f"cooccurrence.{kind}")
    related: nx.MultiDiGraph[str] = read(seeds_output / f"relations.{kind}")
    assert (named.is_directed(), related.is_directed(), related.is_multigraph()) == (False, True, True)
    for graph in (named, related):
        assert {node: (d["name"], d["kind"]) for node, d in graph.nodes(data=True)} == {
            identifier: (row["name"], row["kind"]) for identifier, row in entities.items()
        }
    counts = {(row["source"], row["target"]): int(row["count"]) for row in table(seeds_output / "cooccurrence.csv")}
    assert {(min(a, b), max(a, b)): data["count"] for a, b, data in named.edges(data=True)} == counts
    affirmed = [row for row in relations if row["polarity"] == "affirmed"]
    edges = [(source, data["predicate"], target) for source, target, data in related.edges(data=True)]
    assert sorted(edges) == sorted({(row["subject"], row["predicate"], row["object"]) for row in affirmed})
    behind = [identifier for _, _, data in related.edges(data=True) for identifier in json.loads(data["relations"])]
    assert sorted(behind) == [row["id"] for row in affirmed]


def test_rdf_parses_in_two_libraries(seeds_output: Path, relations: list[Row]) -> None:
    turtle, quads = seeds_output / "graph.ttl", seeds_output / "graph.nq"
    graph = rdflib.Graph().parse(turtle, format="turtle")
    dataset = rdflib.Dataset()
    dataset.parse(quads, format="nquads")
    triples = list(pyoxigraph.parse(path=turtle, format=pyoxigraph.RdfFormat.TURTLE))
    named = list(pyoxigraph.parse(path=quads, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(graph) == len(triples)
    assert len(list(dataset.quads())) == len(named) == len(quads.read_bytes().splitlines())
    own = ("ontology#digest>", "void#triples>")  # what each file says of itself
    once, everywhere = ({str(quad.triple) for quad in every} for every in (triples, named))
    assert all(any(name in triple for name in own) for triple in once ^ everywhere)
    assert not any(isinstance(end, pyoxigraph.BlankNode) for quad in named for end in (quad.subject, quad.object))
    assert len({quad.graph_name for quad in named}) == len(seeds()) + 2
    subjects = {str(subject).rpartition("/")[2] for subject in graph.subjects(unique=True)}
    assert {row["id"] for row in relations} <= subjects
    assert {entity for row in relations for entity in (row["subject"], row["object"])} <= subjects
    for name in ("ontology.ttl", "shapes.ttl"):
        assert len(rdflib.Graph().parse(seeds_output / name)) == len(list(pyoxigraph.parse(path=seeds_output / name)))


def test_geojson_has_every_place(seeds_output: Path, entities: dict[str, Row]) -> None:
    collection = json.loads((seeds_output / "places.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert {feature["id"]: feature["geometry"] for feature in collection["features"]} == {
        identifier: {"type": "Point", "coordinates": [row["place"]["lon"], row["place"]["lat"]]}
        for identifier, row in entities.items()
        if row["place"]
    }


def test_manifest_lists_the_articles_and_no_problem(seeds_output: Path, rows: Rows) -> None:
    manifest = json.loads((seeds_output / "manifest.json").read_text(encoding="utf-8"))
    assert {each["id"] for each in manifest["inputs"]} == {row["id"] for row in rows("documents.jsonl")}
    assert manifest["problems"] == []
