"""The graph of relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from graph_builder.core.values import Knowledge, Relation
from graph_builder.graphs.floats import rounded
from graph_builder.graphs.nodes import entity_nodes


def relation_graph(knowledge: Knowledge, min_confidence: float = 0.0) -> nx.MultiDiGraph[str]:
    """Return a directed multigraph over the ids of all entities, with one edge per subject, predicate and object.

    An edge has the predicate as its key and combines all affirmed relations of the three; negated relations are left
    out. The edges have the attributes

    - `count`: the number of sentences that state it, ignoring copies of articles unless only they do;
    - `documents`: the number of articles that state it, counted likewise;
    - `confidence`: the maximum over its relations, from 0 to 1;
    - `asserted`, `reported`, `future`: the number of its relations with that modality;
    - `relations`: their sorted ids, a tuple of str;
    - `evidence`: a tuple of distinct Evidence, sorted by document and offset.

    Args:
        knowledge: The entities and relations of a build.
        min_confidence: The minimum confidence of a relation, from 0 to 1.
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
