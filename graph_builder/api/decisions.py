"""What a decision about entities changes at once, without reading the texts again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.core.errors import DecisionError
from graph_builder.core.values import Entity, Evidence, Knowledge, Relation
from graph_builder.relate.extractions import CONFIDENCE, Extraction, aggregate, confidence_of_best
from graph_builder.resolve.decisions import Decision, apply_decisions, named


def decided(knowledge: Knowledge, decision: Decision) -> Knowledge:
    """What is known after a decision.

    Statements follow the mentions in their sentences: those of an entity that is merged are the other's, those of one
    that is split go to whom the sentence names. What has become the same statement is one with all its evidence, and
    what ties an entity to itself, or is about none, is gone.

    Raises DecisionError.
    """
    rules = {evidence.rule for relation in knowledge.relations for evidence in relation.evidence} - CONFIDENCE.keys()
    if rules:
        raise DecisionError(f"The build was made by another version (it names {', '.join(sorted(rules))}); build anew.")
    entities, merges, problems = apply_decisions(knowledge.entities, knowledge.merges, (decision,), "")
    if problems and decision.act == "split":
        raise DecisionError(
            f"{decision.entity} is written {decision.value} everywhere or nowhere; there is none to split."
        )
    if problems:
        raise DecisionError(f"{problems[0].reason}; {problems[0].remedy}.")
    heirs = _Heirs.of(knowledge.entities, entities, decision)
    relations = _retied(knowledge.relations, heirs, {entity.id: entity for entity in entities})
    tied = {end for relation in relations for end in (relation.subject, relation.object)}
    return replace(
        knowledge,
        entities=tuple(entity for entity in entities if entity.mentions or entity.id in tied),
        merges=merges,
        relations=relations,
    )


@dataclass(frozen=True, slots=True)
class _Heirs:
    """Who is now named where somebody was named before.

    owners
        The entity of each mention, by its place in a text.
    before
        The entities as they were, by id.
    default
        Who an entity is where a sentence does not tell: itself, or what it has become.
    """

    owners: dict[tuple[str, int, int], str]
    before: dict[str, Entity]
    default: dict[str, str]

    @classmethod
    def of(cls, before: tuple[Entity, ...], after: tuple[Entity, ...], decision: Decision) -> _Heirs:
        owners = {(m.document, m.start, m.end): entity.id for entity in after for m in entity.mentions}
        default = {entity.id: entity.id for entity in after}
        for gone in (entity for entity in before if entity.id not in default and decision.act != "drop"):
            meant = named(after, decision.value or "") if decision.act == "merge" else named(after, gone.name)
            default[gone.id] = meant[0].id
        return cls(owners, {entity.id: entity for entity in before}, default)

    def heir(self, entity: str, evidence: Evidence) -> str | None:
        """Whom a sentence now names where it named this entity."""
        standing = [
            self.owners[m.document, m.start, m.end]
            for m in self.before[entity].mentions
            if m.document == evidence.document
            and evidence.start <= m.start < evidence.end
            and (m.document, m.start, m.end) in self.owners
        ]
        default = self.default.get(entity)
        return default if not standing or default in standing else standing[0]


def _retied(relations: tuple[Relation, ...], heirs: _Heirs, entities: dict[str, Entity]) -> tuple[Relation, ...]:
    kept: dict[tuple[str | None, ...], Relation] = {}
    altered: list[Extraction] = []
    for relation in relations:
        extractions = list(_extractions(relation))
        moved = [new for extraction in extractions if (new := _moved(extraction, heirs)) is not None]
        if moved == extractions:
            kept[_said(relation)] = relation
        else:
            altered += moved
    again = {_said(relation) for relation in aggregate(altered, entities)} & kept.keys()
    altered += (extraction for said, relation in kept.items() if said in again for extraction in _extractions(relation))
    rest = (relation for said, relation in kept.items() if said not in again)
    return tuple(sorted((*rest, *aggregate(altered, entities)), key=lambda relation: relation.id))


def _said(relation: Relation) -> tuple[str | None, ...]:
    """What makes two statements the same."""
    who = (relation.subject, relation.predicate, relation.object)
    return (*who, relation.polarity, relation.modality, relation.attributed_to)


def _extractions(relation: Relation) -> Iterator[Extraction]:
    """The claims of which a relation was gathered; the trained reader's are each as sure as the surest of them."""
    best = confidence_of_best(relation)
    by_rules = best == max(CONFIDENCE[evidence.rule] for evidence in relation.evidence)
    for evidence in relation.evidence:
        yield Extraction(
            subject=relation.subject,
            predicate=relation.predicate,
            object=relation.object,
            evidence=evidence,
            polarity=relation.polarity,
            modality=relation.modality,
            attributed_to=relation.attributed_to,
            place=relation.place,
            date=relation.date,
            confidence=None if by_rules else best,
        )


def _moved(extraction: Extraction, heirs: _Heirs) -> Extraction | None:
    """The claim about those who are now named; None where one of the two is nobody."""
    ends = (extraction.subject, extraction.object, extraction.attributed_to, extraction.place)
    subject, obj, speaker, place = (heirs.heir(end, extraction.evidence) if end else None for end in ends)
    if subject is None or obj is None:
        return None
    return replace(extraction, subject=subject, object=obj, attributed_to=speaker, place=place)
