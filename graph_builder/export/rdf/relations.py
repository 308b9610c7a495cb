"""Relations in RDF: events with their evidence, and the direct statements of asserted ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.core.values import Evidence, Mention, Relation, Span
from graph_builder.export.rdf.articles import Description, quoted
from graph_builder.export.rdf.terms import (
    GB,
    NIF,
    ORG,
    PROV,
    RDF,
    SEM,
    SKOS,
    TIME,
    Names,
    arabic,
    day,
    decimal,
    string,
)


def relation(
    relation: Relation, evidence: Sequence[Evidence], mentions: Sequence[Mention], build: str, names: Names
) -> Description:
    """Return the description of a relation with its evidence and the mentions of its subject and object there."""
    facts = [
        (RDF.type, GB.Relation),
        (RDF.type, SEM.Event),
        (GB.subject, names.entity(relation.subject)),
        (GB.predicate, GB[relation.predicate]),
        (GB.object, names.entity(relation.object)),
        (GB.polarity, GB[relation.polarity]),
        (GB.modality, GB[relation.modality]),
        (GB.confidence, decimal(relation.confidence)),
    ]
    if relation.attributed_to:
        facts.append((GB.attributedTo, names.entity(relation.attributed_to)))
    if relation.place:
        facts.append((SEM.hasPlace, names.entity(relation.place)))
    facts += _when(relation, names)
    facts += [(GB.evidence, names.evidence(each)) for each in evidence]
    facts += [(PROV.wasDerivedFrom, names.evidence(each)) for each in evidence]
    facts += [(PROV.wasDerivedFrom, names.mention(each)) for each in mentions]
    facts += [(PROV.hadPrimarySource, names.article(each)) for each in sorted({e.document for e in evidence})]
    facts.append((PROV.wasGeneratedBy, build))
    return names.relation(relation.id), facts


def reified(relation: Relation, names: Names) -> Description:
    """Return the RDF 1.2 reification of the statement of a relation, which asserts nothing."""
    subject, obj = names.entity(relation.subject), names.entity(relation.object)
    return names.relation(relation.id), [(RDF.reifies, f"<<( {subject} {GB[relation.predicate]} {obj} )>>")]


def is_asserted(relation: Relation) -> bool:
    """Return whether a relation is asserted by the articles themselves: not negated, reported or future."""
    return relation.polarity == "affirmed" and relation.modality == "asserted"


def stated(relation: Relation, names: Names) -> tuple[str, str, str]:
    """Return the triple that an asserted relation states."""
    return names.entity(relation.subject), GB[relation.predicate], names.entity(relation.object)


def sentence(sentence: Span, text: str, names: Names) -> Description:
    """Return the description of a sentence."""
    return names.sentence(sentence), quoted(NIF.Sentence, sentence, text[sentence.start : sentence.end], names)


def evidence(evidence: Evidence, names: Names) -> Description:
    """Return the description of a piece of evidence."""
    trigger = Span(evidence.document, evidence.trigger_start, evidence.trigger_start + len(evidence.trigger))
    facts = quoted(GB.Evidence, trigger, evidence.trigger, names)
    sentence = Span(evidence.document, evidence.start, evidence.end)
    return names.evidence(evidence), [*facts, (GB.sentence, names.sentence(sentence)), (GB.rule, string(evidence.rule))]


def memberships(relation: Relation, evidence: Sequence[Evidence], names: Names) -> Iterator[Description]:
    """Yield the offices of an asserted relation `holds_position`, each as named in its sentences."""
    if relation.predicate != "holds_position" or not is_asserted(relation):
        return
    for role in sorted({each.trigger for each in evidence}):
        facts = [
            (RDF.type, ORG.Membership),
            (ORG.member, names.entity(relation.subject)),
            (ORG.organization, names.entity(relation.object)),
            (ORG.role, names.role(role)),
            (PROV.wasDerivedFrom, names.relation(relation.id)),
        ]
        if _is_range(relation):
            facts.append((ORG.memberDuring, names.date(relation.date or "")))
        yield names.membership(relation.id, role), facts
        yield names.role(role), [(RDF.type, ORG.Role), (SKOS.prefLabel, arabic(role))]


def interval(relation: Relation, names: Names) -> Iterator[Description]:
    """Yield the interval of a relation that is dated by a range (OWL-Time)."""
    if not _is_range(relation):
        return
    ends = (relation.date or "").split("/")
    first, last = map(names.date, ends)
    yield (
        names.date(relation.date or ""),
        [(RDF.type, TIME.ProperInterval), (TIME.hasBeginning, first), (TIME.hasEnd, last)],
    )
    for end in ends:
        yield names.date(end), [(RDF.type, TIME.Instant), (TIME.inXSDDate, day(end))]


def _is_range(relation: Relation) -> bool:
    return relation.date is not None and "/" in relation.date


def _when(relation: Relation, names: Names) -> list[tuple[str, str]]:
    if not relation.date:
        return []
    first, _, last = relation.date.partition("/")
    if not last:
        return [(SEM.hasTimeStamp, day(first))]
    return [
        (SEM.hasBeginTimeStamp, day(first)),
        (SEM.hasEndTimeStamp, day(last)),
        (SEM.hasTime, names.date(relation.date)),
    ]
