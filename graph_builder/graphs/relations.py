"""Who does what to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from graph_builder.graphs.floats import settled
from graph_builder.graphs.nodes import entity_nodes
from graph_builder.values import Knowledge, Relation


def relation_graph(knowledge: Knowledge, min_confidence: float = 0.0) -> nx.MultiDiGraph[str]:
    """A directed multigraph over the ids of all entities, with at most one edge a subject, predicate and object.

    An edge is keyed by its predicate and gathers all affirmed relations of these three whose confidence is at least
    `min_confidence`; what is negated is no edge. Its attributes:

    count
        sentences that state it.
    documents
        articles that state it.
    confidence
        the highest of its relations.
    asserted, reported, future
        how many of its relations have that modality.
    relations
        their ids, sorted: a tuple of str.
    evidence
        a tuple of Evidence without repetitions, sorted by document and place in it.
    """
    gathered: defaultdict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in knowledge.relations:
        if relation.polarity == "affirmed" and relation.confidence >= min_confidence:
            gathered[relation.subject, relation.predicate, relation.object].append(relation)

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(entity_nodes(knowledge))
    for (subject, predicate, obj), relations in sorted(gathered.items()):
        graph.add_edge(subject, obj, key=predicate, **_edge(relations))
    return graph


def _edge(relations: list[Relation]) -> dict[str, Any]:
    evidence = sorted({item for relation in relations for item in relation.evidence})
    modalities = Counter(relation.modality for relation in relations)
    return {
        "count": len({(item.document, item.start, item.end) for item in evidence}),
        "documents": len({item.document for item in evidence}),
        "confidence": settled(max(relation.confidence for relation in relations)),
        "asserted": modalities["asserted"],
        "reported": modalities["reported"],
        "future": modalities["future"],
        "relations": tuple(sorted(relation.id for relation in relations)),
        "evidence": tuple(evidence),
    }
