"""Parts of knowledge, each of which is knowledge itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph_builder.core.dates import span
from graph_builder.core.values import Knowledge, Relation


@dataclass(frozen=True, slots=True)
class RelationFilter:
    """The conditions on relations; None for no condition."""

    predicates: frozenset[str] | None = None
    modalities: frozenset[str] | None = None
    polarities: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    min_confidence: float = 0.0

    def has(self, relation: Relation, published: Sequence[date]) -> bool:
        """Return whether a relation, stated in articles of these days, meets all conditions."""
        return (
            _among(relation.predicate, self.predicates)
            and _among(relation.modality, self.modalities)
            and _among(relation.polarity, self.polarities)
            and relation.confidence >= self.min_confidence
            and self._in_time(relation, published)
        )

    def _in_time(self, relation: Relation, published: Sequence[date]) -> bool:
        if self.since is None and self.until is None:
            return True
        spans = [span(relation.date)] if relation.date else [(day, day) for day in published]
        return any((self.until or last) >= first and last >= (self.since or first) for first, last in spans)


def stating(knowledge: Knowledge, wanted: RelationFilter) -> Knowledge:
    """Return the relations that meet the conditions, with their subjects, objects, speakers and places."""
    published = {document.id: document.published for document in knowledge.documents}
    relations = [
        relation
        for relation in knowledge.relations
        if wanted.has(relation, [day for each in relation.evidence if (day := published[each.document])])
    ]
    return restricted(knowledge, {end for relation in relations for end in ends(relation)}, relations)


def of_kind(knowledge: Knowledge, kinds: Collection[str]) -> Knowledge:
    """Return the entities of some kinds and the relations between them, with their speakers and places."""
    entities = {entity.id for entity in knowledge.entities if entity.kind in kinds}
    relations = [each for each in knowledge.relations if {each.subject, each.object} <= entities]
    return restricted(knowledge, entities | {end for relation in relations for end in ends(relation)}, relations)


def in_articles(knowledge: Knowledge, articles: Collection[str]) -> Knowledge:
    """Return the articles with these ids, with the entities that they mention and the relations that they state.

    Mentions and evidence are those in these articles.
    """
    relations = []
    for relation in knowledge.relations:
        evidence = tuple(each for each in relation.evidence if each.document in articles)
        if evidence:
            relations.append(replace(relation, evidence=evidence))
    entities = {each.id for each in knowledge.entities if any(m.document in articles for m in each.mentions)}
    part = restricted(knowledge, entities | {end for relation in relations for end in ends(relation)}, relations)
    return replace(
        part,
        documents=tuple(each for each in part.documents if each.id in articles),
        sentences=tuple(each for each in part.sentences if each.document in articles),
        entities=tuple(
            replace(each, mentions=tuple(m for m in each.mentions if m.document in articles)) for each in part.entities
        ),
    )


def around(knowledge: Knowledge, entity: str) -> Knowledge:
    """Return an entity, those related to it, and all relations between these."""
    near = {entity} | {end for each in knowledge.relations if entity in ends(each) for end in ends(each)}
    return restricted(knowledge, near, [each for each in knowledge.relations if set(ends(each)) <= near])


def restricted(knowledge: Knowledge, entities: Collection[str], relations: Sequence[Relation]) -> Knowledge:
    """Return all articles, with only these entities and relations."""
    return replace(
        knowledge,
        entities=tuple(each for each in knowledge.entities if each.id in entities),
        merges=tuple(each for each in knowledge.merges if each.entity in entities),
        relations=tuple(relations),
    )


def ends(relation: Relation) -> Iterator[str]:
    """Yield the ids of all entities of a relation: its ends, speaker and place."""
    yield from (relation.subject, relation.object)
    yield from (each for each in (relation.attributed_to, relation.place) if each)


def _among(value: str, wanted: frozenset[str] | None) -> bool:
    return wanted is None or value in wanted
