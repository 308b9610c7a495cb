"""Extractions of single sentences, and their aggregation into relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph_builder.core.values import Entity, Evidence, Modality, Polarity, Relation, content_id
from graph_builder.lexicon import predicates
from graph_builder.relate.sentence.view import SentenceView

# Confidence (0–1) of each rule, set by hand after reviewing its output on articles of many newspapers.
CONFIDENCE = {
    "nationality_in_name": 0.95,
    "nationality_after_name": 0.85,
    "government_organization": 0.8,
    "office_before_name": 0.9,
    "office_after_name": 0.8,
    "adjective_after_place": 0.85,
    "place_within_place": 0.8,
    "place_beside_direction": 0.6,
    "place_belonging_to": 0.85,
    "capital_of": 0.8,
    "verb_order_and_parse": 0.85,
    "verb_order": 0.7,
    "verb_parse": 0.55,
    "verb_object_nominal": 0.65,
    "verb_object_possessor": 0.6,
    "verb_joint": 0.65,
    "verb_passive": 0.75,
    "undergone_event": 0.7,
    "killed_in_event": 0.65,
    "event_with_target": 0.65,
    "attack_on_place": 0.6,
    "place_in_hands": 0.65,
    "nominal_agent": 0.75,
    "nominal_country": 0.7,
    "nominal_with_verb": 0.7,
    "nominal_controlled": 0.65,
    "threat_of_event": 0.65,
    "nominal_passive": 0.75,
    "allegiance_adjective": 0.7,
    "stance_on_place": 0.55,
    "command_of_army": 0.85,
    "nominal_alongside": 0.7,
    "nominal_joint": 0.65,
    "nominal_between": 0.7,
    "side_of_battle": 0.65,
    "nominal_agent_phrase": 0.7,
    "nominal_patient": 0.65,
    "nominal_patient_possessor": 0.55,
    "nominal_countries": 0.7,
    "place_of_event": 0.65,
    "place_of_agent": 0.6,
    "organization_at_place": 0.6,
    "organization_near_place": 0.55,
    "seat_of_office": 0.8,
    "speech": 0.6,
    "speech_participle": 0.55,
    "stance": 0.55,
    "relayed_speech": 0.55,
    "continued_speech": 0.55,
    "headline_speech": 0.6,
    "classifier": 0.5,
}


# Each further sentence with the same statement removes a tenth of the remaining doubt.
_DOUBT_LEFT = 0.9


@dataclass(frozen=True, slots=True)
class Extraction:
    """A relation stated by one sentence.

    Attributes:
        subject: Id of the subject.
        predicate: Name of the predicate.
        object: Id of the object.
        evidence: The sentence, the trigger and the rule.
        polarity: Affirmed or negated.
        modality: Asserted, reported or future.
        attributed_to: Id of the entity that is quoted; None if the article itself states it.
        place: Id of the place of an event.
        date: Date in ISO 8601, or an interval of two.
        confidence: Probability by the classifier; None for extractions of the rules alone.
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    place: str | None = None
    date: str | None = None
    confidence: float | None = None

    @property
    def certainty(self) -> float:
        """Return the confidence from 0 to 1: that of the classifier, else that of the rule."""
        return CONFIDENCE[self.evidence.rule] if self.confidence is None else self.confidence


def evidence(view: SentenceView, first: int, last: int, rule: str) -> Evidence:
    """Return the sentence as evidence, with the words `first` to `last` as the trigger."""
    sentence = view.tree.sentence
    trigger = view.tree.surface(first, last)
    return Evidence(view.document.id, sentence.start, sentence.end, view.tree[first].start, trigger, rule)


def aggregate(
    extractions: Iterable[Extraction], entities: dict[str, Entity], copies: frozenset[str] = frozenset()
) -> tuple[Relation, ...]:
    """Return the extractions aggregated into relations, sorted by id.

    Extractions with the same statement form one relation with all their evidence. Its confidence is
    1 − (1 − c) · 0.9ⁿ⁻¹, for the confidence c of the best extraction and n sentences.

    Args:
        extractions: The extractions.
        entities: The entities by id; extractions whose arguments do not fit the predicate are dropped.
        copies: Ids of documents that are copies of others; they do not raise the confidence.
    """
    same: dict[tuple[str, ...], list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        if _holds(extraction, entities):
            extraction = _ordered(extraction)
            key = (
                extraction.subject,
                extraction.predicate,
                extraction.object,
                extraction.polarity,
                extraction.modality,
                extraction.attributed_to or "",
            )
            same[key].append(extraction)
    return tuple(
        sorted((_relation(key, group, copies) for key, group in same.items()), key=lambda relation: relation.id)
    )


def _holds(extraction: Extraction, entities: dict[str, Entity]) -> bool:
    """Return whether the arguments are different entities of kinds that the predicate admits."""
    predicate = predicates()[extraction.predicate]
    kinds = (
        entities[extraction.subject].kind in predicate.subject and entities[extraction.object].kind in predicate.object
    )
    return kinds and extraction.subject != extraction.object


def _ordered(extraction: Extraction) -> Extraction:
    symmetric = predicates()[extraction.predicate].symmetric
    if symmetric and extraction.object < extraction.subject:
        return replace(extraction, subject=extraction.object, object=extraction.subject)
    return extraction


def _relation(key: tuple[str, ...], extractions: list[Extraction], copies: frozenset[str]) -> Relation:
    sentences = {(c.evidence.document, c.evidence.start) for c in extractions if c.evidence.document not in copies}
    surest = max(extraction.certainty for extraction in extractions)
    confidence = 1 - (1 - surest) * _DOUBT_LEFT ** max(len(sentences) - 1, 0)
    places = sorted({extraction.place for extraction in extractions if extraction.place})
    dates = sorted({extraction.date for extraction in extractions if extraction.date})
    first = extractions[0]
    return Relation(
        id=content_id("relation", *key),
        subject=first.subject,
        predicate=first.predicate,
        object=first.object,
        evidence=tuple(sorted(_surest_of_each_sentence(extractions))),
        polarity=first.polarity,
        modality=first.modality,
        attributed_to=first.attributed_to,
        date=dates[0] if len(dates) == 1 else None,
        place=places[0] if len(places) == 1 else None,
        confidence=round(confidence, 3),
    )


def confidence_of_best(relation: Relation) -> float:
    """Return the highest confidence among the extractions of a relation, before the bonus for repetition."""
    sentences = {(evidence.document, evidence.start) for evidence in relation.evidence}
    return round(1 - (1 - relation.confidence) / _DOUBT_LEFT ** (len(sentences) - 1), 2)


def _surest_of_each_sentence(extractions: Iterable[Extraction]) -> Iterator[Evidence]:
    by_sentence: dict[tuple[str, int], list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        by_sentence[extraction.evidence.document, extraction.evidence.start].append(extraction)
    for same in by_sentence.values():
        yield min(same, key=lambda extraction: (-extraction.certainty, extraction.evidence)).evidence
