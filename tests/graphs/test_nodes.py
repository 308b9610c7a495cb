"""Nodes of a graph."""

from __future__ import annotations

from graph_builder.graphs.nodes import entity_nodes
from tests.support.samples import ENTITY_IDS, HOSTILE, sample_knowledge


def test_nodes_are_sorted_by_id_with_unchanged_names() -> None:
    nodes = entity_nodes(sample_knowledge())
    assert [node for node, _ in nodes] == sorted(ENTITY_IDS.values())
    assert dict(nodes)[ENTITY_IDS[HOSTILE]] == {
        "name": HOSTILE,
        "name_latin": "",
        "kind": "ORG",
        "mentions": 1,
        "documents": 1,
    }
