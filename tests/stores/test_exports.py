"""Other tools read what is exported for them, and find what was put in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph_builder.exchange import export
from graph_builder.exchange.statements import one_line
from graph_builder.io.build_files import rows
from tests.fuzz.exchanges import ftm, statements
from tests.stores import falkordb, javascript
from tests.support.hostile import hostile_build

pytestmark = pytest.mark.store

_CYPHER = "@neo4j-cypher/language-support"
_LINT = f"""
const {{ lintCypherQuery }} = require({_CYPHER!r});
const script = require('fs').readFileSync(process.argv[1], 'utf8');
console.log(JSON.stringify(lintCypherQuery(script, {{}}).diagnostics.map(each => each.message)));
"""
_LOAD = """
const network = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
const cy = require('cytoscape')({ headless: true, elements: network.elements, layout: { name: 'preset' } });
console.log(JSON.stringify({
  nodes: cy.nodes().map(node => [node.id(), node.data('name'), node.position('x')]),
  edges: cy.edges().map(edge => [edge.source().id(), edge.target().id(), edge.data('weight')]),
}));
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build whose entities and articles are called by hostile texts."""
    return hostile_build(tmp_path_factory.mktemp("hostile") / "hostile")


@pytest.fixture(params=["seeds", "hostile"])
def build(request: pytest.FixtureRequest, seeds_output: Path, hostile: Path) -> Path:
    """The builds that are exported."""
    return {"seeds": seeds_output, "hostile": hostile}[request.param]


@pytest.fixture(scope="module")
def falkor() -> Iterator[Any]:
    """A FalkorDB, by its client."""
    if reason := falkordb.missing():
        pytest.skip(reason)
    with falkordb.running() as client:
        yield client


def test_falkordb_runs_the_script_twice_to_the_same_graph(falkor: Any, build: Path, tmp_path: Path) -> None:
    export(build, "neo4j", tmp_path)
    graph = falkor.select_graph(build.name)
    for statement in statements(tmp_path / "neo4j-index.cypher"):
        graph.query(statement)
    for _ in range(2):
        for statement in statements(tmp_path / "neo4j.cypher"):
            graph.query(statement)
    known = {row["id"]: one_line(row["name"]) for row in rows(build, "entities.jsonl")}
    found = graph.query("MATCH (n:Entity) RETURN n.id, n.name").result_set
    assert dict(found) == known and len(found) == len(known)
    titles = graph.query("MATCH (n:Article) RETURN n.id, coalesce(n.title, '')").result_set
    assert dict(titles) == {row["id"]: one_line(row["title"]) for row in rows(build, "documents.jsonl")}
    relations = graph.query("MATCH (s)-[r]->(o:Entity) RETURN r.id, s.id, type(r), o.id, r.polarity, r.sentences")
    expected = {row["id"]: row for row in rows(build, "relations.jsonl")}
    assert len(relations.result_set) == len(expected)
    for key, subject, kind, obj, polarity, sentences in relations.result_set:
        row = expected[key]
        assert (subject, obj, polarity) == (row["subject"], row["object"], row["polarity"])
        assert kind.removeprefix("DENIED_") == row["predicate"].upper()
        assert len(sentences) == len({(each["document"], each["start"]) for each in row["evidence"]})


def test_falkordb_answers_the_queries_of_the_page(falkor: Any, seeds_output: Path, tmp_path: Path) -> None:
    export(seeds_output, "neo4j", tmp_path)
    graph = falkor.select_graph("page")
    for statement in statements(tmp_path / "neo4j.cypher"):
        graph.query(statement)
    for query in queries():
        assert graph.query(query).result_set, query


def queries() -> list[str]:
    """The queries of the page on other tools."""
    from tests.docs.test_pages import page

    [block] = page("other-tools").split("```cypher\n")[1:]
    return block.partition("```")[0].rstrip(";\n").split(";\n")


@pytest.mark.skipif(javascript.missing(_CYPHER) != "", reason=javascript.missing(_CYPHER))
def test_neo4j_language_support_finds_no_fault_with_the_script(hostile: Path, tmp_path: Path) -> None:
    export(hostile, "neo4j", tmp_path)
    for name in ("neo4j-index.cypher", "neo4j.cypher"):
        assert json.loads(javascript.node(_LINT, tmp_path / name)) == []
    (tmp_path / "queries.cypher").write_text(";\n".join(queries()), encoding="utf-8")
    assert json.loads(javascript.node(_LINT, tmp_path / "queries.cypher")) == []


@pytest.mark.skipif(javascript.missing("cytoscape") != "", reason=javascript.missing("cytoscape"))
@pytest.mark.parametrize("name", ["relations", "cooccurrence"])
def test_cytoscape_js_opens_the_network(name: str, build: Path, tmp_path: Path) -> None:
    export(build, "cytoscape", tmp_path)
    found = json.loads(javascript.node(_LOAD, tmp_path / f"{name}.cyjs"))
    graph = nx.read_graphml(build / f"{name}.graphml", force_multigraph=True)
    assert sorted(found["nodes"]) == sorted([key, one_line(each["name"]), each["x"]] for key, each in graph.nodes(True))
    weights = sorted((*sorted(ends), weight) for *ends, weight in found["edges"])
    assert weights == sorted((*sorted(ends), data["weight"]) for *ends, data in graph.edges(data=True))


def test_followthemoney_validates_every_entity(build: Path, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    export(build, "ftm", tmp_path)
    entities = ftm(tmp_path / "entities.ftm.json")
    proxies = {}
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        proxies[proxy.id] = proxy
        if build.name != "hostile":
            for name, values in entity["properties"].items():
                assert sorted(proxy.get(name)) == sorted(values), (proxy.schema.name, name)
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range), (proxy.schema.name, prop.name)
    assert all(proxy.caption for proxy in proxies.values())


@pytest.mark.skipif(javascript.missing("schema-dts", "typescript") != "", reason="needs schema-dts and typescript")
def test_schema_dts_knows_every_term(seeds_output: Path, tmp_path: Path) -> None:
    export(seeds_output, "schemaorg", tmp_path)
    nodes: dict[str, list[Any]] = {}
    for node in json.loads((tmp_path / "schemaorg.jsonld").read_bytes())["@graph"]:
        nodes.setdefault(node["@type"], []).append(node)
    lines = ["import type * as schema from 'schema-dts';"]
    for kind, found in nodes.items():
        richest = sorted(found, key=len, reverse=True)[:4]
        lines += [
            f"export const {kind}{number}: schema.{kind} = {json.dumps(node, ensure_ascii=False)};"
            for number, node in enumerate(richest)
        ]
    lines += ["// @ts-expect-error", 'export const wrong: schema.Claim = { "@type": "Claim", "appearances": [] };']
    source = tmp_path / "nodes.ts"
    source.write_text("\n".join(lines), encoding="utf-8")
    assert javascript.typescript(source) == ""
