"""The RDF of a build: relations, mentions, entities, articles and named graphs."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace

import pytest
import rdflib
from rdflib import DCAT, DCTERMS, ORG, OWL, PROV, RDF, SDO, SKOS, TIME, VOID, XSD, Literal, URIRef

from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import Document, Knowledge, content_id
from graph_builder.export.rdf.formats import nquads
from tests.export.rdf.reading import GB, GEO, GEOSPARQL, ITSRDF, NAMES, NIF, SEM, dataset, entity, graph, node
from tests.support.samples import sample_knowledge, sample_result


@pytest.fixture(scope="module")
def whole() -> rdflib.Graph:
    return graph(sample_result())


def test_rdf_relation_is_a_node(whole: rdflib.Graph) -> None:
    mentions = set(whole.subjects(RDF.type, NIF.Phrase))
    for relation in sample_knowledge().relations:
        it = node(NAMES.relation(relation.id))
        assert set(whole.objects(it, RDF.type)) == {GB.Relation, SEM.Event}
        assert whole.value(it, GB.subject) == node(NAMES.entity(relation.subject))
        assert whole.value(it, GB.object) == node(NAMES.entity(relation.object))
        assert whole.value(it, GB.predicate) == GB[relation.predicate]
        assert set(whole.objects(it, PROV.hadPrimarySource)) == {
            node(NAMES.article(evidence.document)) for evidence in relation.evidence
        }
        anchors, proofs = set(whole.objects(it, PROV.wasDerivedFrom)), set(whole.objects(it, GB.evidence))
        assert proofs == {node(NAMES.evidence(evidence)) for evidence in relation.evidence} < anchors
        named = {whole.value(anchor, ITSRDF.taIdentRef) for anchor in anchors - proofs}
        assert anchors - proofs <= mentions
        assert named == {whole.value(it, GB.subject), whole.value(it, GB.object)}


def test_rdf_direct_triple_only_of_affirmed_and_asserted_relations(whole: rdflib.Graph) -> None:
    layla, sami, bridge = entity("ليلى المنصوري"), entity("سامي الحداد"), entity("شركة الجسر")
    assert (layla, GB.consult, sami) in whole
    assert (sami, GB.support, bridge) not in whole, "announced and reported"
    assert (bridge, GB.accuse, layla) not in whole, "denied"
    [accusation] = whole.subjects(GB.predicate, GB.accuse)
    assert whole.value(accusation, GB.polarity) == GB.negated
    assert whole.value(accusation, GB.attributedTo) == sami


def test_rdf_event_has_date_and_place(whole: rdflib.Graph) -> None:
    [meeting] = whole.subjects(GB.predicate, GB.consult)
    assert whole.value(meeting, SEM.hasTimeStamp) == Literal("2021-03-03", datatype=XSD.date)
    assert whole.value(meeting, SEM.hasPlace) == entity("حلب")


def test_rdf_date_range_is_an_owl_time_interval(whole: rdflib.Graph) -> None:
    [statement] = whole.subjects(GB.predicate, GB.speaks_about)
    days = whole.value(statement, SEM.hasTime)
    assert whole.value(days, RDF.type) == TIME.ProperInterval
    ends = [whole.value(whole.value(days, end), TIME.inXSDDate) for end in (TIME.hasBeginning, TIME.hasEnd)]
    assert ends == [whole.value(statement, stamp) for stamp in (SEM.hasBeginTimeStamp, SEM.hasEndTimeStamp)]
    assert list(map(str, ends)) == ["2021-03-01", "2021-03-02"]


def test_rdf_relation_links_to_its_sentences(whole: rdflib.Graph) -> None:
    texts = {node(NAMES.context(document.id)): document.text for document in sample_knowledge().documents}
    for evidence in whole.subjects(RDF.type, GB.Evidence):
        sentence = whole.value(evidence, GB.sentence)
        start, end = (int(str(whole.value(sentence, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        quoted = str(whole.value(sentence, NIF.anchorOf))
        assert texts[URIRef(str(whole.value(sentence, NIF.referenceContext)))][start:end] == quoted
        first, last = (int(str(whole.value(evidence, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        assert start <= first and last <= end
        assert quoted[first - start : last - start] == str(whole.value(evidence, NIF.anchorOf)) != ""
    assert len(set(whole.subjects(RDF.type, GB.Evidence))) == 9


def test_rdf_mentions_are_nif_strings_in_a_context(whole: rdflib.Graph) -> None:
    mentions = set(whole.subjects(RDF.type, NIF.Phrase))
    assert len(mentions) == 20
    for mention in mentions:
        context = whole.value(mention, NIF.referenceContext)
        text = str(whole.value(context, NIF.isString))
        start, end = (int(str(whole.value(mention, edge))) for edge in (NIF.beginIndex, NIF.endIndex))
        assert text[start:end] == str(whole.value(mention, NIF.anchorOf))
    assert len(set(whole.subjects(ITSRDF.taIdentRef, entity("حلب")))) == 4


def test_rdf_entities_have_classes_labels_places_and_links(whole: rdflib.Graph) -> None:
    aleppo, river, layla = entity("حلب"), entity("نهر الفرات"), entity("ليلى المنصوري")
    assert whole.value(aleppo, RDF.type) == SDO.Place
    assert whole.value(layla, RDF.type) == SDO.Person
    assert set(whole.objects(layla, SKOS.prefLabel)) == {
        Literal("ليلى المنصوري", lang="ar"),
        Literal("Layla al-Mansuri", lang="en"),
    }
    assert set(whole.objects(layla, SKOS.altLabel)) == {Literal("المنصوري", lang="ar")}
    assert (str(whole.value(aleppo, GEO.lat)), str(whole.value(aleppo, GEO.long))) == ("36.20124", "37.16117")
    point = whole.value(whole.value(aleppo, GEOSPARQL.hasGeometry), GEOSPARQL.asWKT)
    assert point == Literal("POINT(37.161170 36.201240)", datatype=GEOSPARQL.wktLiteral)
    assert set(whole.objects(aleppo, SKOS.closeMatch)) == {URIRef("https://sws.geonames.org/170063/")}
    assert set(whole.objects(river, SKOS.closeMatch)) == {URIRef("https://www.wikidata.org/wiki/Q34589")}


def test_rdf_place_has_a_score_and_alternatives() -> None:
    result = sample_result()
    aleppo = next(each for each in result.knowledge.entities if each.name == "حلب")
    assert aleppo.place is not None
    other = (aleppo.place, "https://sws.geonames.org/1/", 0.25)
    changed = replace(aleppo, place_score=0.75, other_places=(other,), same_as=("https://sws.geonames.org/170063/",))
    entities = tuple(changed if each == aleppo else each for each in result.knowledge.entities)
    whole = graph(replace(result, knowledge=replace(result.knowledge, entities=entities)))
    scores = {
        str(whole.value(match, GB.target)): str(whole.value(match, GB.score))
        for match in whole.subjects(GB.entity, entity("حلب"))
    }
    assert scores == {"https://sws.geonames.org/170063/": "0.75", "https://sws.geonames.org/1/": "0.25"}
    assert set(whole.objects(entity("حلب"), SKOS.closeMatch)) == {URIRef("https://sws.geonames.org/170063/")}
    assert set(whole.objects(entity("حلب"), OWL.sameAs)) == {URIRef("https://sws.geonames.org/170063/")}
    assert not list(graph(result).triples((None, OWL.sameAs, None))), "nobody said so"


def test_rdf_asserted_position_is_a_membership() -> None:
    result = sample_result()
    meeting = next(each for each in result.knowledge.relations if each.predicate == "consult")
    office = replace(meeting, id="0" * 16, predicate="holds_position", date="2021-03-01/2021-03-09")
    hearsay = replace(office, id="1" * 16, modality="reported")
    knowledge = replace(result.knowledge, relations=(office, hearsay, *result.knowledge.relations))
    whole = graph(replace(result, knowledge=knowledge))
    memberships = list(whole.subjects(RDF.type, ORG.Membership))
    assert len(memberships) == len(office.evidence) == 2, "each sentence calls the office otherwise"
    for membership in memberships:
        assert whole.value(membership, ORG.member) == node(NAMES.entity(office.subject))
        assert whole.value(membership, ORG.organization) == node(NAMES.entity(office.object))
        assert whole.value(membership, PROV.wasDerivedFrom) == node(NAMES.relation(office.id))
        assert whole.value(membership, ORG.memberDuring) == node(NAMES.date("2021-03-01/2021-03-09"))
    roles = {whole.value(whole.value(membership, ORG.role), SKOS.prefLabel) for membership in memberships}
    assert roles == {Literal(each.trigger, lang="ar") for each in office.evidence}


def test_rdf_articles_have_headlines_dates_and_sources() -> None:
    result = sample_result()
    address = "https://news.example.org/1?a=b"
    online = Document(content_id("x"), address, "x", "x")
    whole = graph(replace(result, knowledge=replace(result.knowledge, documents=(online, *result.knowledge.documents))))
    articles = {str(whole.value(it, SDO.headline)): it for it in whole.subjects(RDF.type, SDO.NewsArticle)}
    assert str(whole.value(articles["الفرات"], SDO.datePublished)) == "2021-05-06"
    assert str(whole.value(articles["الفرات"], DCTERMS.source)) == "river.jsonl#7"
    assert whole.value(articles["الفرات"], SDO.url) is None
    assert whole.value(articles["شركة الجسر تعود إلى حلب"], SDO.datePublished) is None
    assert whole.value(articles["x"], SDO.url) == URIRef(address)
    assert str(whole.value(whole.value(articles["x"], SDO.publisher), SDO.name)) == "news.example.org"


def test_rdf_article_is_a_named_graph_and_corpus_another() -> None:
    knowledge = sample_knowledge()
    where: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for *triple, name in dataset(sample_result()).quads():
        where[tuple(triple)].add(name)
    articles = {node(NAMES.graph(document.id)) for document in knowledge.documents}
    resolved = node(NAMES.resolved)
    assert set().union(*where.values()) == articles | {resolved, node(NAMES.description)}
    assert where[entity("حلب"), RDF.type, SDO.Place] == {resolved}
    [meeting] = [relation for relation in knowledge.relations if relation.predicate == "consult"]
    both = {node(NAMES.graph(evidence.document)) for evidence in meeting.evidence}
    assert len(both) == 2
    assert where[node(NAMES.relation(meeting.id)), RDF.type, GB.Relation] == both
    for evidence in meeting.evidence:
        told = where[node(NAMES.relation(meeting.id)), GB.evidence, node(NAMES.evidence(evidence))]
        assert told == {node(NAMES.graph(evidence.document))}


def test_rdf_another_article_changes_no_graph_of_an_article() -> None:
    result = sample_result()
    fewer = replace(result, knowledge=_without_last_article(result))
    ours, theirs = _by_graph(fewer), _by_graph(result)
    articles = set(ours) - {NAMES.resolved, NAMES.description}
    assert len(articles) == 2
    assert {name: ours[name] for name in articles} == {name: theirs[name] for name in articles}


def test_rdf_graph_digest_is_of_its_other_lines() -> None:
    for name, lines in _by_graph(sample_result()).items():
        *others, last = lines
        digest = hashlib.sha256(b"".join(others)).hexdigest()
        assert last.decode() == f'{name} <{GB.digest}> "{digest}" {name} .\n'


def test_rdf_void_description_counts_triples() -> None:
    result = replace(sample_result(), rdf=RdfOptions(licence="https://creativecommons.org/licenses/by/4.0/"))
    one, many = graph(result), dataset(result)
    it = node(NAMES.dataset)
    assert set(one.objects(it, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    assert int(str(one.value(it, VOID.triples))) == len(one)
    [stated] = [quad[2] for quad in many.quads((it, VOID.triples, None, None))]
    assert int(str(stated)) == len(list(many.quads()))
    assert int(str(one.value(it, VOID.documents))) == 3
    assert one.value(it, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    parts = {
        one.value(part, VOID["class"]): int(str(one.value(part, VOID.entities)))
        for part in one.objects(it, VOID.classPartition)
    }
    assert parts == {kind: len(set(one.subjects(RDF.type, kind))) for kind in parts}
    build = one.value(it, PROV.wasGeneratedBy)
    assert one.value(build, RDF.type) == PROV.Activity
    assert set(one.objects(build, PROV.used)) == set(one.subjects(RDF.type, SDO.NewsArticle))
    assert {one.value(relation, PROV.wasGeneratedBy) for relation in one.subjects(RDF.type, GB.Relation)} == {build}


def test_rdf_cooccurrence_is_optional() -> None:
    result = sample_result()
    assert not list(graph(result).subjects(RDF.type, GB.CoOccurrence))
    whole = graph(replace(result, rdf=RdfOptions(cooccurrence=True)))
    pairs = {
        frozenset(whole.objects(pair, GB.pair)): int(str(whole.value(pair, GB["count"])))
        for pair in whole.subjects(RDF.type, GB.CoOccurrence)
    }
    assert len(pairs) == result.cooccurrence.number_of_edges()
    assert pairs[frozenset((entity("ليلى المنصوري"), entity("سامي الحداد")))] == 4


def _without_last_article(result: Result) -> Knowledge:
    knowledge = result.knowledge
    gone = knowledge.documents[-1].id
    relations = tuple(
        replace(relation, evidence=kept)
        for relation in knowledge.relations
        if (kept := tuple(each for each in relation.evidence if each.document != gone))
    )
    entities = tuple(
        replace(e, mentions=tuple(m for m in e.mentions if m.document != gone)) for e in knowledge.entities
    )
    return replace(
        knowledge,
        documents=knowledge.documents[:-1],
        sentences=tuple(sentence for sentence in knowledge.sentences if sentence.document != gone),
        entities=entities,
        relations=relations,
    )


def _by_graph(result: Result) -> dict[str, list[bytes]]:
    lines: dict[str, list[bytes]] = defaultdict(list)
    for line in b"".join(nquads(result)).splitlines(keepends=True):
        lines[line.decode().rsplit(" ", 2)[1]].append(line)
    return lines
