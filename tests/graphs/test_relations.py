"""The graph of relations."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.graphs.relations import relation_graph
from tests.support.samples import ENTITY_IDS, sample_knowledge

ALEPPO, LAYLA, SAMI = ENTITY_IDS["حلب"], ENTITY_IDS["ليلى المنصوري"], ENTITY_IDS["سامي الحداد"]
BRIDGE = ENTITY_IDS["شركة الجسر"]


def test_relation_graph_has_the_nodes_of_cooccurrence() -> None:
    assert set(relation_graph(sample_knowledge())) == set(ENTITY_IDS.values())


def test_relation_graph_excludes_negated_relations() -> None:
    graph = relation_graph(sample_knowledge())
    assert "accuse" in {relation.predicate for relation in sample_knowledge().relations}
    assert not graph.has_edge(BRIDGE, LAYLA)


def test_relation_graph_joins_relations_of_equal_ends_and_predicate() -> None:
    knowledge = sample_knowledge()
    graph = relation_graph(knowledge)
    edge = graph.edges[SAMI, BRIDGE, "support"]
    gathered = [relation for relation in knowledge.relations if relation.predicate == "support"]
    assert edge["relations"] == tuple(sorted(relation.id for relation in gathered))
    assert (edge["asserted"], edge["reported"], edge["future"]) == (0, 1, 1)
    assert edge["confidence"] == 0.7
    assert edge["count"] == 1, "two rules read one sentence"
    assert {item.rule for item in edge["evidence"]} == {"verb_order", "speech"}


def test_relation_graph_counts_evidence_by_sentence_and_article() -> None:
    edge = relation_graph(sample_knowledge()).edges[LAYLA, SAMI, "consult"]
    assert (edge["count"], edge["documents"]) == (2, 2)
    assert list(edge["evidence"]) == sorted(edge["evidence"], key=lambda item: (item.document, item.start))


def test_relation_graph_does_not_count_copies() -> None:
    knowledge = sample_knowledge()
    whole = relation_graph(knowledge).edges[LAYLA, SAMI, "consult"]
    copied = whole["evidence"][-1].document
    documents = tuple(replace(d, copy_of="x") if d.id == copied else d for d in knowledge.documents)
    edge = relation_graph(replace(knowledge, documents=documents)).edges[LAYLA, SAMI, "consult"]
    assert (edge["count"], edge["documents"], edge["evidence"]) == (1, 1, whole["evidence"])


def test_relation_graph_minimum_confidence() -> None:
    graph = relation_graph(sample_knowledge(), min_confidence=0.7)
    assert graph.edges[SAMI, BRIDGE, "support"]["reported"] == 0
    assert {predicate for _, _, predicate in graph.edges(keys=True)} == {
        "consult",
        "present_in",
        "support",
        "located_in",
    }


def test_relation_graph_is_independent_of_order() -> None:
    knowledge = sample_knowledge()
    turned = replace(knowledge, relations=knowledge.relations[::-1], entities=knowledge.entities[::-1])
    graphs = [relation_graph(knowledge), relation_graph(turned)]
    assert list(graphs[0].nodes(data=True)) == list(graphs[1].nodes(data=True))
    assert list(graphs[0].edges(keys=True, data=True)) == list(graphs[1].edges(keys=True, data=True))
