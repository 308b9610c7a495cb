"""What a build writes, file for file: the contract with whoever reads it. Held on the seeds."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import UnionType
from typing import Any

import networkx as nx
import pyoxigraph
import pytest
import rdflib

from graph_builder.core.values import content_id
from graph_builder.lexicon import predicates
from tests.conftest import Rows
from tests.support.recorded import ROOT, recorded, seeds

Row = dict[str, Any]
Fields = Mapping[str, type | UnionType]

FILES = [
    *("explorer.html", "index.html", "documents.jsonl", "entities.jsonl", "entities.csv", "merges.csv"),
    *("relations.jsonl", "relations.csv", "cooccurrence.csv", "relations.graphml", "relations.gexf"),
    *("cooccurrence.graphml", "cooccurrence.gexf", "graph.ttl", "graph.nq", "ontology.ttl", "shapes.ttl"),
    *("places.geojson", "manifest.json"),
]
PREDICATES = [
    *("holds_position", "affiliated_with", "located_in", "present_in", "speaks_about"),
    *("agree", "consult", "support", "concede", "cooperate", "aid", "request", "accuse", "reject", "threaten"),
    *("protest", "sanction", "mobilize", "coerce", "assault", "retreat", "control"),
]

DOCUMENT: Fields = {
    "id": str,
    "source": str,
    "title": str,
    "published": str | None,
    "text": str,
    "copy_of": str | None,
    "counts": dict,
    "sentences": list,
}
COUNTS: Fields = {"words": int, "sentences": int, "silent": int, "mentions": int, "entities": int, "relations": int}
ENTITY: Fields = {
    "id": str,
    "kind": str,
    "name": str,
    "name_latin": str,
    "transliterated": bool,
    "aliases": list,
    "links": list,
    "same_as": list,
    "place": dict | None,
    "place_score": float | None,
    "other_places": list,
    "mentions": list,
    "measures": dict,
}
PLACE: Fields = {"lat": float, "lon": float, "country": str}
MENTION: Fields = {"document": str, "start": int, "end": int, "surface": str}
MEASURES: Fields = {"degree": int, "pagerank": float, "betweenness": float, "community": int}
RELATION: Fields = {
    "id": str,
    "subject": str,
    "predicate": str,
    "object": str,
    "polarity": str,
    "modality": str,
    "attributed_to": str | None,
    "date": str | None,
    "place": str | None,
    "confidence": float,
    "evidence": list,
}
EVIDENCE: Fields = {"document": str, "start": int, "end": int, "trigger_start": int, "trigger": str, "rule": str}


def assert_fields(row: Row, fields: Fields) -> None:
    assert list(row) == list(fields)
    for name, kind in fields.items():
        assert isinstance(row[name], kind), (name, row[name])


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


def test_every_file_is_there_and_no_other(seeds_output: Path) -> None:
    assert sorted(path.name for path in seeds_output.iterdir()) == sorted(FILES)


def test_documents_are_the_articles_unchanged(rows: Rows, entities: dict[str, Row], relations: list[Row]) -> None:
    mentions = [mention["document"] for entity in entities.values() for mention in entity["mentions"]]
    evidence = [{each["document"] for each in relation["evidence"]} for relation in relations]
    sentences = {each.document.id: [[s.start, s.end] for s in each.sentences] for each in recorded(seeds())}
    documents = rows("documents.jsonl")
    assert [row["id"] for row in documents] == sorted({row["id"] for row in documents})
    for row in documents:
        assert_fields(row, DOCUMENT)
        assert_fields(row["counts"], COUNTS)
        assert row["text"] == (ROOT / row["source"]).read_bytes().decode("utf-8")
        assert row["id"] == content_id(row["text"])
        assert row["title"] and row["title"].removesuffix("…") in " ".join(row["text"].split())
        assert row["published"] is None or date.fromisoformat(row["published"])
        assert row["sentences"] == sentences[row["id"]]
        assert row["counts"]["sentences"] == len(row["sentences"])
        assert row["counts"]["mentions"] == mentions.count(row["id"])
        assert row["counts"]["relations"] == sum(row["id"] in documents for documents in evidence)


def test_entities_say_what_they_are_and_where_they_are_named(entities: dict[str, Row], texts: dict[str, str]) -> None:
    assert list(entities) == sorted(entities)
    spans = []
    for identifier, row in entities.items():
        assert_fields(row, ENTITY)
        assert re.fullmatch("[0-9a-f]{16}", identifier)
        assert row["kind"] in ("PER", "LOC", "ORG")
        assert row["name"]
        assert row["name_latin"].isprintable()
        assert row["name"] not in row["aliases"]
        assert all(re.match(r"https?://\S+$", link) for link in row["links"])
        for mention in row["mentions"]:
            assert_fields(mention, MENTION)
            assert texts[mention["document"]][mention["start"] : mention["end"]] == mention["surface"] != ""
            spans.append((mention["document"], mention["start"], mention["end"]))
        if row["place"]:
            assert_fields(row["place"], PLACE)
            assert -90 <= row["place"]["lat"] <= 90
            assert -180 <= row["place"]["lon"] <= 180
            assert re.fullmatch("[A-Z]{2}", row["place"]["country"])
        assert list(row["measures"]) == ["cooccurrence", "relations"]
        for measures in row["measures"].values():
            assert_fields(measures, MEASURES)
    assert len(spans) == len(set(spans)), "one place in a text names one entity"
    for graph in ("cooccurrence", "relations"):
        assert sum(row["measures"][graph]["pagerank"] for row in entities.values()) == pytest.approx(1, abs=1e-4)


def test_relations_are_of_the_closed_list_and_show_their_sentences(
    relations: list[Row], entities: dict[str, Row], texts: dict[str, str]
) -> None:
    assert list(predicates()) == PREDICATES
    identifiers = [row["id"] for row in relations]
    assert identifiers == sorted(set(identifiers))
    sentences = {(a.document.id, s.start, s.end) for a in recorded(seeds()) for s in a.sentences}
    for row in relations:
        assert_fields(row, RELATION)
        assert re.fullmatch("[0-9a-f]{16}", row["id"])
        assert row["predicate"] in PREDICATES
        assert row["polarity"] in ("affirmed", "negated")
        assert row["modality"] in ("asserted", "reported", "future")
        assert row["subject"] != row["object"]
        assert {row["subject"], row["object"], row["attributed_to"], row["place"]} <= {*entities, None}
        assert row["place"] is None or entities[row["place"]]["kind"] == "LOC"
        assert row["date"] is None or date.fromisoformat(row["date"])
        assert 0 < row["confidence"] <= 1
        assert row["evidence"]
        for each in row["evidence"]:
            assert_fields(each, EVIDENCE)
            assert (each["document"], each["start"], each["end"]) in sentences
            assert each["trigger"] and each["rule"]
            assert texts[each["document"]].startswith(each["trigger"], each["trigger_start"])
            assert each["start"] <= each["trigger_start"] <= each["end"] - len(each["trigger"])


def test_the_table_of_entities_says_the_same(seeds_output: Path, entities: dict[str, Row]) -> None:
    assert table(seeds_output / "entities.csv") == [
        cells(
            {
                **{name: row[name] for name in ("id", "kind", "name", "name_latin", "transliterated")},
                "aliases": " | ".join(row["aliases"]),
                "links": " ".join(row["links"]),
                **(row["place"] or dict.fromkeys(PLACE)),
                "mentions": len(row["mentions"]),
                "documents": len({mention["document"] for mention in row["mentions"]}),
                **{f"{graph}_{name}": v for graph, each in row["measures"].items() for name, v in each.items()},
            }
        )
        for row in entities.values()
    ]


def test_the_table_of_relations_says_the_same(
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


def test_every_merge_names_its_rule(seeds_output: Path, entities: dict[str, Row]) -> None:
    merges = table(seeds_output / "merges.csv")
    assert merges
    for row in merges:
        assert list(row) == ["entity", "left", "right", "rule", "score", "entity_name"]
        entity = entities[row["entity"]]
        assert row["entity_name"] == entity["name"]
        assert row["left"] and row["right"] and re.fullmatch("[a-z_]+", row["rule"])
        assert 0 < float(row["score"]) <= 1


def test_the_table_of_cooccurrence_counts_sentences(seeds_output: Path, entities: dict[str, Row]) -> None:
    listed = table(seeds_output / "cooccurrence.csv")
    assert [(row["source"], row["target"]) for row in listed] == sorted({(r["source"], r["target"]) for r in listed})
    for row in listed:
        assert list(row)[:6] == ["source", "target", "count", "documents", "npmi", "g2"]
        assert row["source"] < row["target"]
        assert entities[row["source"]]["name"] == row["source_name"]
        assert entities[row["target"]]["name"] == row["target_name"]
        assert 1 <= int(row["documents"]) <= int(row["count"])
        assert -1 <= float(row["npmi"]) <= 1
        assert float(row["g2"]) == round(float(row["g2"]), 6)


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_the_networks_open_in_networkx(
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


def test_the_rdf_parses_in_two_libraries(seeds_output: Path, relations: list[Row]) -> None:
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


def test_the_map_has_every_place(seeds_output: Path, entities: dict[str, Row]) -> None:
    collection = json.loads((seeds_output / "places.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert {feature["id"]: feature["geometry"] for feature in collection["features"]} == {
        identifier: {"type": "Point", "coordinates": [row["place"]["lon"], row["place"]["lat"]]}
        for identifier, row in entities.items()
        if row["place"]
    }


def test_the_manifest_has_the_digest_of_every_file(seeds_output: Path, texts: dict[str, str]) -> None:
    manifest = json.loads((seeds_output / "manifest.json").read_text(encoding="utf-8"))
    assert list(manifest) == ["inputs", "reading", "found", "problems", "settings", "files"]
    assert {each["id"] for each in manifest["inputs"]} == set(texts)
    assert manifest["problems"] == []
    others = [seeds_output / name for name in FILES if name != "manifest.json"]
    assert manifest["files"] == {
        path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
        for path in others
    }


class _Links(HTMLParser):
    """Gathers every address that a page names in an attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += (value or "" for name, value in attrs if name in ("src", "href", "srcset", "action", "data"))


def links(page: Path) -> Iterator[str]:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    yield from parser.found


def test_the_index_leads_to_every_file_and_nowhere_else(seeds_output: Path) -> None:
    leads = {link.partition("#")[0] for link in links(seeds_output / "index.html")}
    assert leads == set(FILES) - {"index.html"}


def test_the_explorer_asks_nothing_of_any_network(seeds_output: Path) -> None:
    page = (seeds_output / "explorer.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert [link for link in links(seeds_output / "explorer.html") if not link.startswith(("#", "data:"))] == []
    assert 'dir="rtl"' in page
    assert re.search(r'<meta charset="utf-8"', page, re.IGNORECASE)
