from __future__ import annotations

import rdflib
from rdflib import PROV, RDF, SDO, SKOS, Literal, URIRef

from graph_builder.export.rdf import terms
from graph_builder.export.rdf.statements import statements
from graph_builder.export.rdf.terms import GB, GEO, ITSRDF, NIF, RESOLVED, SEM
from tests.samples import ENTITY_IDS, sample_knowledge


def _graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple, _ in statements(sample_knowledge()):
        graph.add(triple)
    return graph


def _entity(name: str) -> URIRef:
    return terms.entity(ENTITY_IDS[name])


def test_every_relation_is_a_node() -> None:
    graph = _graph()
    for relation in sample_knowledge().relations:
        node = terms.relation(relation.id)
        assert set(graph.objects(node, RDF.type)) == {GB.Relation, SEM.Event}
        assert graph.value(node, GB.subject) == terms.entity(relation.subject)
        assert graph.value(node, GB.object) == terms.entity(relation.object)
        assert graph.value(node, GB.predicate) == GB[relation.predicate]
        assert set(graph.objects(node, PROV.wasDerivedFrom)) == {
            terms.article(evidence.document) for evidence in relation.evidence
        }


def test_only_what_is_affirmed_and_asserted_is_said_outright() -> None:
    graph = _graph()
    layla, sami, bridge = _entity("ليلى المنصوري"), _entity("سامي الحداد"), _entity("شركة الجسر")
    assert (layla, GB.consult, sami) in graph
    assert (sami, GB.support, bridge) not in graph, "announced and reported"
    assert (bridge, GB.accuse, layla) not in graph, "denied"
    [accusation] = graph.subjects(GB.predicate, GB.accuse)
    assert graph.value(accusation, GB.polarity) == GB.negated
    assert graph.value(accusation, GB.attributedTo) == sami


def test_when_and_where_are_said_of_the_event() -> None:
    graph = _graph()
    [meeting] = graph.subjects(GB.predicate, GB.consult)
    assert str(graph.value(meeting, SEM.hasTimeStamp)) == "2021-03-03"
    assert graph.value(meeting, SEM.hasPlace) == _entity("حلب")


def test_every_relation_leads_to_its_sentences() -> None:
    graph = _graph()
    texts = {terms.context(document.id): document.text for document in sample_knowledge().documents}
    for evidence in graph.subjects(RDF.type, GB.Evidence):
        sentence = graph.value(evidence, GB.sentence)
        start, end = (int(str(graph.value(sentence, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        quoted = str(graph.value(sentence, NIF.anchorOf))
        assert texts[URIRef(str(graph.value(sentence, NIF.referenceContext)))][start:end] == quoted
        first, last = (int(str(graph.value(evidence, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        assert start <= first and last <= end
        assert quoted[first - start : last - start] == str(graph.value(evidence, NIF.anchorOf)) != ""
    assert len(set(graph.subjects(RDF.type, GB.Evidence))) == 9


def test_mentions_are_strings_in_a_context() -> None:
    graph = _graph()
    mentions = set(graph.subjects(RDF.type, NIF.Phrase))
    assert len(mentions) == 20
    for mention in mentions:
        context = graph.value(mention, NIF.referenceContext)
        text = str(graph.value(context, NIF.isString))
        start, end = (int(str(graph.value(mention, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        assert text[start:end] == str(graph.value(mention, NIF.anchorOf))
    assert len(set(graph.subjects(ITSRDF.taIdentRef, _entity("حلب")))) == 4


def test_entities_have_classes_labels_places_and_links() -> None:
    graph = _graph()
    aleppo, river, layla = _entity("حلب"), _entity("نهر الفرات"), _entity("ليلى المنصوري")
    assert graph.value(aleppo, RDF.type) == SDO.Place
    assert graph.value(layla, RDF.type) == SDO.Person
    assert set(graph.objects(layla, SKOS.prefLabel)) == {
        Literal("ليلى المنصوري", lang="ar"),
        Literal("Layla al-Mansuri", lang="en"),
    }
    assert set(graph.objects(layla, SKOS.altLabel)) == {Literal("المنصوري", lang="ar")}
    assert (str(graph.value(aleppo, GEO.lat)), str(graph.value(aleppo, GEO.long))) == ("36.20124", "37.16117")
    assert set(graph.objects(aleppo, SKOS.closeMatch)) == {URIRef("https://sws.geonames.org/170063/")}
    assert set(graph.objects(river, SKOS.closeMatch)) == {URIRef("https://www.wikidata.org/wiki/Q34589")}


def test_articles_have_headlines_and_dates() -> None:
    graph = _graph()
    dates = {
        str(graph.value(article, SDO.headline)): graph.value(article, SDO.datePublished)
        for article in graph.subjects(RDF.type, SDO.NewsArticle)
    }
    assert str(dates["الفرات"]) == "2021-05-06"
    assert dates["شركة الجسر تعود إلى حلب"] is None


def test_an_article_is_a_graph_and_what_is_decided_across_articles_is_another() -> None:
    knowledge = sample_knowledge()
    where: dict[tuple[object, ...], set[URIRef]] = {}
    for triple, graph in statements(knowledge):
        where.setdefault(triple, set()).add(graph)
    articles = {terms.article_graph(document.id) for document in knowledge.documents}
    assert set.union(*where.values()) == articles | {RESOLVED}
    assert where[_entity("حلب"), RDF.type, SDO.Place] == {RESOLVED}
    [meeting] = [relation for relation in knowledge.relations if relation.predicate == "consult"]
    both = {terms.article_graph(evidence.document) for evidence in meeting.evidence}
    assert len(both) == 2
    assert where[terms.relation(meeting.id), RDF.type, GB.Relation] == both
    for evidence in meeting.evidence:
        assert where[terms.relation(meeting.id), GB.evidence, terms.evidence(evidence)] == {
            terms.article_graph(evidence.document)
        }
