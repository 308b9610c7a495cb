"""Who does what to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from graph_builder.core.values import Knowledge, Relation
from graph_builder.graphs.floats import rounded
from graph_builder.graphs.nodes import entity_nodes


def relation_graph(knowledge: Knowledge, min_confidence: float = 0.0) -> nx.MultiDiGraph[str]:
    """A directed multigraph over the ids of all entities, with at most one edge a subject, predicate and object.

    An edge is keyed by its predicate and gathers all affirmed relations of these three whose confidence is at least
    `min_confidence`; what is negated is no edge. Its attributes:

    count
        sentences that state it, those of articles that are copies left out where others do.
    documents
        articles that state it, counted likewise.
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

    copies = frozenset(document.id for document in knowledge.documents if document.copy_of)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(entity_nodes(knowledge))
    for (subject, predicate, obj), relations in sorted(gathered.items()):
        graph.add_edge(subject, obj, key=predicate, **_edge(relations, copies))
    return graph


def _edge(relations: list[Relation], copies: frozenset[str]) -> dict[str, Any]:
    evidence = sorted({item for relation in relations for item in relation.evidence})
    independent = [item for item in evidence if item.document not in copies] or evidence[:1]
    modalities = Counter(relation.modality for relation in relations)
    return {
        "count": len({(item.document, item.start, item.end) for item in independent}),
        "documents": len({item.document for item in independent}),
        "confidence": rounded(max(relation.confidence for relation in relations)),
        "asserted": modalities["asserted"],
        "reported": modalities["reported"],
        "future": modalities["future"],
        "relations": tuple(sorted(relation.id for relation in relations)),
        "evidence": tuple(evidence),
    }
