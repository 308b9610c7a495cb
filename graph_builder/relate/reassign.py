"""Reassign the relations of a finished build after a decision about its entities, without reading the texts again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.core.errors import DamagedBuildError
from graph_builder.core.values import Entity, Evidence, Relation
from graph_builder.relate.extractions import CONFIDENCE, Extraction, aggregate, confidence_of_best


def reassign_relations(
    relations: Sequence[Relation],
    before: Sequence[Entity],
    after: Sequence[Entity],
    successors: Mapping[str, str | None],
) -> tuple[Relation, ...]:
    """Return the relations between the entities that the sentences name after a decision, sorted by id.

    A relation follows the mentions in its sentences: that of a merged entity is the other's, that of a split one
    belongs to the entity that the sentence names. Relations that have become the same are one with all its evidence;
    one between an entity and itself, or with a dropped entity, is left out.

    Args:
        relations: The relations before.
        before: The entities before.
        after: The entities after.
        successors: The id that stands now for the id of a changed entity; None for a dropped one.

    Raises:
        DamagedBuildError: A relation was read by a rule that this version does not have.
    """
    unknown = {evidence.rule for relation in relations for evidence in relation.evidence} - CONFIDENCE.keys()
    if unknown:
        raise DamagedBuildError(
            f"The build was made by another version (it names {', '.join(sorted(unknown))}); build it again."
        )
    owners = _Owners.of(before, after, successors)
    by_id = {entity.id: entity for entity in after}
    kept: dict[tuple[str | None, ...], Relation] = {}
    changed: list[Extraction] = []
    for relation in relations:
        extractions = list(_extractions(relation))
        moved = [new for extraction in extractions if (new := _moved(extraction, owners)) is not None]
        if moved == extractions:
            kept[_key(relation)] = relation
        else:
            changed += moved
    again = {_key(relation) for relation in aggregate(changed, by_id)} & kept.keys()
    changed += (extraction for key, relation in kept.items() if key in again for extraction in _extractions(relation))
    rest = (relation for key, relation in kept.items() if key not in again)
    return tuple(sorted((*rest, *aggregate(changed, by_id)), key=lambda relation: relation.id))


@dataclass(frozen=True, slots=True)
class _Owners:
    """The entities that mentions belong to after a decision.

    Attributes:
        of_mention: The id of the entity after, by document, start and end.
        before: The entities before, by id.
        default: The id after for an id before, where a sentence has no mention.
    """

    of_mention: dict[tuple[str, int, int], str]
    before: dict[str, Entity]
    default: dict[str, str | None]

    @classmethod
    def of(cls, before: Sequence[Entity], after: Sequence[Entity], successors: Mapping[str, str | None]) -> _Owners:
        of_mention = {(m.document, m.start, m.end): entity.id for entity in after for m in entity.mentions}
        default = {entity.id: entity.id for entity in after} | dict(successors)
        return cls(of_mention, {entity.id: entity for entity in before}, default)

    def owner(self, entity: str, evidence: Evidence) -> str | None:
        """Return the id of the entity that a sentence names now where it named this one; None if it was dropped."""
        named = [
            self.of_mention[m.document, m.start, m.end]
            for m in self.before[entity].mentions
            if m.document == evidence.document
            and evidence.start <= m.start < evidence.end
            and (m.document, m.start, m.end) in self.of_mention
        ]
        default = self.default.get(entity)
        return default if not named or default in named else named[0]


def _key(relation: Relation) -> tuple[str | None, ...]:
    """Return what two relations have in common that state the same."""
    ends = (relation.subject, relation.predicate, relation.object)
    return (*ends, relation.polarity, relation.modality, relation.attributed_to)


def _extractions(relation: Relation) -> Iterator[Extraction]:
    """Yield the extractions that a relation was aggregated from; those of the classifier are as sure as the surest."""
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


def _moved(extraction: Extraction, owners: _Owners) -> Extraction | None:
    """Return the extraction with the entities that its sentence names now; None without a subject or an object."""
    ends = (extraction.subject, extraction.object, extraction.attributed_to, extraction.place)
    subject, obj, speaker, place = (owners.owner(end, extraction.evidence) if end else None for end in ends)
    if subject is None or obj is None:
        return None
    return replace(extraction, subject=subject, object=obj, attributed_to=speaker, place=place)
