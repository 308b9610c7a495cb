"""What is known, as RDF statements, each in the named graph it belongs to.

An article's graph holds the article, its mentions and the relations that it is evidence for, so that replacing an
article is replacing a graph; a relation that several articles state is in the graph of each. What is decided across
articles (who is who, where places lie, which names were merged) is in the graph `resolved`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import DCTERMS, PROV, RDF, SDO, SKOS, Literal, URIRef
from rdflib.term import Node

from graph_builder.export.rdf import terms
from graph_builder.export.rdf.terms import GB, GEO, ITSRDF, NIF, SEM
from graph_builder.values import Document, Entity, Evidence, Knowledge, Mention, Merge, Relation, Span

Triple = tuple[URIRef, URIRef, Node]

_CLASSES = {"PER": SDO.Person, "ORG": SDO.Organization, "LOC": SDO.Place}


def statements(knowledge: Knowledge) -> Iterator[tuple[Triple, URIRef]]:
    """Every statement with its graph; a statement that several graphs hold comes once for each."""
    texts = {document.id: document.text for document in knowledge.documents}
    for document in knowledge.documents:
        for triple in _article(document):
            yield triple, terms.article_graph(document.id)
    for entity in knowledge.entities:
        for triple in _entity(entity):
            yield triple, terms.RESOLVED
        for mention in entity.mentions:
            for triple in _mention(mention, entity):
                yield triple, terms.article_graph(mention.document)
    for merge in knowledge.merges:
        for triple in _merge(merge):
            yield triple, terms.RESOLVED
    for relation in knowledge.relations:
        stated = list(_relation(relation))
        for evidence in relation.evidence:
            read = _evidence(evidence, relation, texts[evidence.document])
            for triple in (*stated, *read):
                yield triple, terms.article_graph(evidence.document)


def _article(document: Document) -> Iterator[Triple]:
    article, context = terms.article(document.id), terms.context(document.id)
    yield article, RDF.type, SDO.NewsArticle
    yield article, SDO.headline, terms.arabic(document.title)
    yield article, SDO.inLanguage, Literal("ar")
    yield article, DCTERMS.source, terms.string(document.source)
    if document.published:
        yield article, SDO.datePublished, Literal(document.published)
    yield context, RDF.type, NIF.Context
    yield context, NIF.isString, terms.string(document.text)
    yield context, NIF.beginIndex, terms.count(0)
    yield context, NIF.endIndex, terms.count(len(document.text))
    yield context, PROV.wasDerivedFrom, article


def _string(string: URIRef, kind: URIRef, span: Span, surface: str) -> Iterator[Triple]:
    yield string, RDF.type, kind
    yield string, NIF.referenceContext, terms.context(span.document)
    yield string, NIF.beginIndex, terms.count(span.start)
    yield string, NIF.endIndex, terms.count(span.end)
    yield string, NIF.anchorOf, terms.string(surface)


def _mention(mention: Mention, entity: Entity) -> Iterator[Triple]:
    span = Span(mention.document, mention.start, mention.end)
    yield from _string(terms.mention(mention), NIF.Phrase, span, mention.surface)
    yield terms.mention(mention), ITSRDF.taIdentRef, terms.entity(entity.id)


def _entity(entity: Entity) -> Iterator[Triple]:
    node = terms.entity(entity.id)
    yield node, RDF.type, _CLASSES[entity.kind]
    yield node, SKOS.prefLabel, terms.arabic(entity.name)
    if entity.name_latin:
        latin = terms.transliterated if entity.transliterated else terms.english
        yield node, SKOS.prefLabel, latin(entity.name_latin)
    for alias in entity.aliases:
        if alias != entity.name:
            yield node, SKOS.altLabel, terms.arabic(alias)
    if entity.place:
        yield node, GEO.lat, terms.decimal(entity.place.lat)
        yield node, GEO.long, terms.decimal(entity.place.lon)
        yield node, SDO.addressCountry, terms.string(entity.place.country)
    for link in entity.links:
        if terms.is_iri(link):
            yield node, SKOS.closeMatch, URIRef(link)


def _merge(merge: Merge) -> Iterator[Triple]:
    node = terms.merge(merge)
    yield node, RDF.type, GB.Merge
    yield node, GB.entity, terms.entity(merge.entity)
    yield node, GB.left, terms.arabic(merge.left)
    yield node, GB.right, terms.arabic(merge.right)
    yield node, GB.rule, terms.string(merge.rule)
    yield node, GB.score, terms.decimal(merge.score)


def _relation(relation: Relation) -> Iterator[Triple]:
    node, predicate = terms.relation(relation.id), GB[relation.predicate]
    subject, obj = terms.entity(relation.subject), terms.entity(relation.object)
    yield node, RDF.type, GB.Relation
    yield node, RDF.type, SEM.Event
    yield node, GB.subject, subject
    yield node, GB.predicate, predicate
    yield node, GB.object, obj
    yield node, GB.polarity, GB[relation.polarity]
    yield node, GB.modality, GB[relation.modality]
    yield node, GB.confidence, terms.decimal(relation.confidence)
    if relation.attributed_to:
        yield node, GB.attributedTo, terms.entity(relation.attributed_to)
    if relation.date:
        first, _, last = relation.date.partition("/")
        yield node, SEM.hasBeginTimeStamp if last else SEM.hasTimeStamp, terms.day(first)
        if last:
            yield node, SEM.hasEndTimeStamp, terms.day(last)
    if relation.place:
        yield node, SEM.hasPlace, terms.entity(relation.place)
    if relation.polarity == "affirmed" and relation.modality == "asserted":
        yield subject, predicate, obj


def _evidence(evidence: Evidence, relation: Relation, text: str) -> Iterator[Triple]:
    node, sentence = terms.evidence(evidence), Span(evidence.document, evidence.start, evidence.end)
    trigger = Span(evidence.document, evidence.trigger_start, evidence.trigger_start + len(evidence.trigger))
    yield terms.relation(relation.id), PROV.wasDerivedFrom, terms.article(evidence.document)
    yield terms.relation(relation.id), GB.evidence, node
    yield from _string(node, GB.Evidence, trigger, evidence.trigger)
    yield node, GB.sentence, terms.sentence(sentence)
    yield node, GB.rule, terms.string(evidence.rule)
    yield from _string(terms.sentence(sentence), NIF.Sentence, sentence, text[sentence.start : sentence.end])
