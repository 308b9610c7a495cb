"""A build as named graphs, and as one graph.

The graph of an article contains the article, its mentions and the relations with evidence in it, so that replacing an
article means replacing a graph; a relation with evidence in several articles is in the graph of each, with the evidence
of that article. What is resolved across articles (entities, coordinates, merges of names) is in the graph `resolved`,
the description of the dataset in the graph `dataset`. In the single graph each statement occurs once.

Nodes are yielded one by one; only their names are kept in memory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile

from graph_builder.core.result import Result
from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Mention, Relation, Span
from graph_builder.export.rdf import articles, dataset, entities, relations
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.terms import GB, RDF, Names, count, decimal

# The name of a graph, and its nodes.
Graph = tuple[str, Iterable[Description]]


@dataclass(slots=True)
class _Article:
    """The mentions of an article, and the relations with evidence in it."""

    mentions: list[tuple[Mention, Entity]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Whole:
    """The context in which relations are written."""

    found: Mapping[str, _Article]
    names: Names
    build: str
    reified: bool


def graphs(result: Result) -> Iterator[Graph]:
    """Yield the named graphs of a build; each must be consumed before the next, as the last one counts statements."""
    tally, knowledge, whole = dataset.Tally(), result.knowledge, _whole(result)
    names = whole.names
    for document in knowledge.documents:
        yield names.graph(document.id), tally.counted(_article(document, whole))
    yield names.resolved, tally.counted(_resolved(knowledge, names))
    if result.rdf.cooccurrence:
        yield names.cooccurrence, tally.counted(_cooccurrence(result, names))
    yield names.description, dataset.description(result, tally, digests=tally.graphs + 1)


def one_graph(result: Result) -> Iterator[Description]:
    """Yield all nodes of the single graph: entities with direct statements, then articles, then relations."""
    tally, knowledge, whole = dataset.Tally(), result.knowledge, _whole(result)
    names = whole.names
    every = chain(
        _with_statements(knowledge, names),
        (entities.merge(merge, names) for merge in knowledge.merges),
        (node for document in knowledge.documents for node in _text(document, whole)),
        (node for each in knowledge.relations for node in _relation(each, each.evidence, whole)),
        _once(_around(knowledge.documents, [(each, each.evidence) for each in knowledge.relations], names)),
        _cooccurrence(result, names) if result.rdf.cooccurrence else (),
    )
    yield from tally.counted(every)
    yield from dataset.description(result, tally, digests=0)


def _whole(result: Result) -> _Whole:
    return _Whole(_found(result.knowledge), Names(result.rdf.base), dataset.build(result), result.rdf.reified)


def _found(knowledge: Knowledge) -> dict[str, _Article]:
    """Return the mentions (in the order of the text) and relations (by id) of each article."""
    found: dict[str, _Article] = defaultdict(_Article)
    for entity in knowledge.entities:
        for mention in entity.mentions:
            found[mention.document].mentions.append((mention, entity))
    for relation in knowledge.relations:
        for stating in sorted({evidence.document for evidence in relation.evidence}):
            found[stating].relations.append(relation)
    for document in knowledge.documents:
        found[document.id].mentions.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].id))
    return found


def _article(document: Document, whole: _Whole) -> Iterator[Description]:
    """Yield the nodes of the graph of an article, its direct statements last."""
    yield from _text(document, whole)
    found = whole.found[document.id].relations
    own = [(relation, _of(document.id, relation.evidence)) for relation in found]
    for relation, evidence in own:
        yield from _relation(relation, evidence, whole)
    stated = (relations.stated(relation, whole.names) for relation in found if relations.is_asserted(relation))
    outright = ((subject, [(predicate, obj)]) for subject, predicate, obj in stated)
    yield from _once(chain(_around([document], own, whole.names), outright))


def _text(document: Document, whole: _Whole) -> Iterator[Description]:
    """Yield an article with its mentions, evidence and sentences."""
    found, names = whole.found[document.id], whole.names
    yield from articles.article(document, names)
    for mention, entity in found.mentions:
        yield articles.mention(mention, entity, names)
    evidence = {each for relation in found.relations for each in _of(document.id, relation.evidence)}
    for each in sorted(evidence):
        yield relations.evidence(each, names)
    for start, end in sorted({(each.start, each.end) for each in evidence}):
        yield relations.sentence(Span(document.id, start, end), document.text, names)


def _relation(relation: Relation, evidence: Sequence[Evidence], whole: _Whole) -> Iterator[Description]:
    """Yield a relation with the mentions of its subject and object in the sentences that state it."""
    sides = [mention for each in evidence for mention in _sides(relation, each, whole.found[each.document].mentions)]
    yield relations.relation(relation, evidence, list(dict.fromkeys(sides)), whole.build, whole.names)
    if whole.reified:
        yield relations.reified(relation, whole.names)


def _around(
    documents: Iterable[Document], stated: Iterable[tuple[Relation, Sequence[Evidence]]], names: Names
) -> Iterator[Description]:
    """Yield the nodes that articles and relations may share: publishers, date ranges, offices."""
    for document in documents:
        yield from articles.publisher(document, names)
    for relation, evidence in stated:
        yield from relations.interval(relation, names)
        yield from relations.memberships(relation, evidence, names)


def _of(document: str, evidence: Iterable[Evidence]) -> list[Evidence]:
    return [each for each in evidence if each.document == document]


def _sides(relation: Relation, evidence: Evidence, mentions: Sequence[tuple[Mention, Entity]]) -> Iterator[Mention]:
    """Yield the mentions of the subject and object in a sentence, from those of its article, sorted by start."""
    first = bisect_left(mentions, evidence.start, key=lambda pair: pair[0].start)
    for mention, entity in takewhile(lambda pair: pair[0].start < evidence.end, mentions[first:]):
        if entity.id in (relation.subject, relation.object) and mention.end <= evidence.end:
            yield mention


def _resolved(knowledge: Knowledge, names: Names) -> Iterator[Description]:
    for entity in knowledge.entities:
        yield from entities.entity(entity, names)
    for merge in knowledge.merges:
        yield entities.merge(merge, names)


def _with_statements(knowledge: Knowledge, names: Names) -> Iterator[Description]:
    """Yield the entities, each with its direct statements."""
    stated: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for relation in knowledge.relations:
        if relations.is_asserted(relation):
            subject, predicate, obj = relations.stated(relation, names)
            stated[subject][predicate, obj] = None
    for entity in knowledge.entities:
        for node, facts in entities.entity(entity, names):
            yield node, [*facts, *stated.pop(node, ())]


def _cooccurrence(result: Result, names: Names) -> Iterator[Description]:
    """Yield every pair of co-occurring entities, with counts and measures of association."""
    graph = result.cooccurrence
    for left, right in sorted((min(pair), max(pair)) for pair in graph.edges()):
        edge = graph.edges[left, right]
        yield (
            names.pair(left, right),
            [
                (RDF.type, GB.CoOccurrence),
                (GB.pair, names.entity(left)),
                (GB.pair, names.entity(right)),
                (GB.count, count(edge["count"])),
                (GB.documents, count(edge["documents"])),
                (GB.npmi, decimal(edge["npmi"])),
                (GB.g2, decimal(edge["g2"])),
            ],
        )


def _once(descriptions: Iterable[Description]) -> Iterator[Description]:
    """Yield the descriptions without duplicates, such as an office held by two people."""
    seen: set[tuple[str, tuple[str, str]]] = set()
    for node, facts in descriptions:
        if (node, facts[0]) not in seen:
            seen.add((node, facts[0]))
            yield node, facts
