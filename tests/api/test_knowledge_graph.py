"""KnowledgeGraph: tables, look-up, filters, networks, RDF and SPARQL."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
import rdflib

from graph_builder import KnowledgeGraph
from graph_builder.api.frames import DOCUMENTS, ENTITIES, EVIDENCE, MENTIONS, MERGES, RELATIONS
from graph_builder.core.errors import AmbiguousEntityError, ChoiceError, QueryError, UnknownEntityError
from tests.support.samples import ENTITY_IDS, HOSTILE


def test_tables_have_columns_and_types_even_if_empty(sample: KnowledgeGraph) -> None:
    empty = sample.where(min_confidence=1.0)
    for kg in (sample, empty):
        for table, columns in (
            (kg.entities, ENTITIES[1:]),
            (kg.relations, RELATIONS[1:]),
            (kg.mentions, MENTIONS),
            (kg.documents, DOCUMENTS[1:]),
            (kg.evidence, EVIDENCE),
            (kg.merges, MERGES),
        ):
            assert tuple(table.columns) == columns
        assert str(kg.relations["since"].dtype) == "datetime64[s]"
        assert str(kg.entities["mentions"].dtype) == "int64"
        assert str(kg.entities["lat"].dtype) == "float64"
    assert len(empty.entities) == len(empty.relations) == 0


def test_relations_table_has_every_value(sample: KnowledgeGraph) -> None:
    rows = sample.relations
    row = rows[rows["predicate"] == "consult"].iloc[0]
    assert (row["subject"], row["object"], row["place"]) == ("ليلى المنصوري", "سامي الحداد", "حلب")
    assert (row["subject_id"], row["place_id"]) == (ENTITY_IDS["ليلى المنصوري"], ENTITY_IDS["حلب"])
    assert (row["since"], row["until"], row["published"]) == (
        pd.Timestamp("2021-03-03"),
        pd.Timestamp("2021-03-03"),
        pd.Timestamp("2021-03-04"),
    )
    assert (row["sentences"], row["articles"]) == (2, 2)
    assert row["trigger"] in row["sentence"]
    ranged = rows[rows["predicate"] == "speaks_about"].iloc[0]
    assert (ranged["since"], ranged["until"]) == (pd.Timestamp("2021-03-01"), pd.Timestamp("2021-03-02"))
    undated = rows[rows["predicate"] == "support"].iloc[0]
    assert undated[["date", "since", "until"]].isna().all()
    assert undated["attributed_to"] == "ليلى المنصوري"


def test_tables_share_their_keys(kg: KnowledgeGraph) -> None:
    entities, relations, mentions, evidence = kg.entities, kg.relations, kg.mentions, kg.evidence
    assert set(relations["subject_id"]) | set(relations["object_id"]) <= set(entities.index)
    assert set(evidence["relation"]) == set(relations.index)
    assert mentions.groupby("entity").size().to_dict() == {
        each: number for each, number in entities["mentions"].items() if number
    }
    texts = kg.documents["text"]
    for row in mentions.to_dict("records"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["surface"]
        assert " ".join(row["surface"].split()) in row["text"]
    assert set(kg.merges["entity"]) <= set(entities.index)


def test_tables_are_copies(kg: KnowledgeGraph) -> None:
    entities = kg.entities
    entities["name"] = "x"
    assert "x" not in set(kg.entities["name"])


def test_find_entity_by_any_name(sample: KnowledgeGraph) -> None:
    wanted = ENTITY_IDS["ليلى المنصوري"]
    assert {sample[name].id for name in (wanted, "ليلى المنصوري", "المنصوري", "layla al-mansuri")} == {wanted}
    assert {sample.find(text).id for text in ("Mansuri", "منصوري", "ليلي", "Layla")} == {wanted}
    assert "المنصوري" in sample and "Mansuri" not in sample and 7 not in sample


def test_find_entity_of_another_graph(sample: KnowledgeGraph) -> None:
    entity, part = sample["حلب"], sample.where(predicate="located_in")
    assert entity in sample and entity in part and sample["شركة الجسر"] not in part
    assert part[entity].knowledge is part.knowledge
    for wrong in (lambda: sample[3], lambda: list(sample)):  # type: ignore[index, call-overload]
        with pytest.raises(TypeError, match=r"found by its name or id, not by [03];"):
            wrong()


def test_names_are_offered_for_completion(kg: KnowledgeGraph) -> None:
    offered = kg._ipython_key_completions_()
    assert offered[0] == kg.entities["name"].iloc[0]
    assert len(set(offered)) == len(offered) and all(name in kg for name in offered)


def test_find_unknown_or_ambiguous_name_raises_with_suggestions(sample: KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError, match="No entity is called ليلى المنصور; did you mean ليلى المنصوري"):
        sample["ليلى المنصور"]
    with pytest.raises(UnknownEntityError, match=r"No entity is called غريب; entities\.csv lists all names"):
        sample["غريب"]
    with pytest.raises(AmbiguousEntityError, match=r"2 entities are called al: .*PER, [0-9a-f]{16}.*give the id"):
        sample.find("al")
    with pytest.raises(LookupError):
        sample.find("")


def test_entity_has_relations_evidence_and_mentions(sample: KnowledgeGraph) -> None:
    entity = sample["سامي الحداد"]
    assert list(entity.relations["predicate"]) == ["consult", "support", "support"]
    assert len(entity.evidence) == 4
    assert set(entity.mentions["name"]) == {"سامي الحداد"}
    neighbours = entity.neighbours
    assert neighbours.loc[ENTITY_IDS["شركة الجسر"], "predicates"] == ("support",)
    assert neighbours.loc[ENTITY_IDS["شركة الجسر"], "statements"] == 2
    assert neighbours.loc[ENTITY_IDS["حلب"], "statements"] == 0
    assert neighbours.loc[ENTITY_IDS["حلب"], "sentences"] == 2
    assert entity == sample.where(predicate="support")["سامي الحداد"] and len({entity, sample["الحداد"]}) == 1


def test_between_is_independent_of_order(sample: KnowledgeGraph) -> None:
    there, back = sample.between("شركة الجسر", "الحداد"), sample.between(sample["الحداد"], sample["شركة الجسر"])
    pd.testing.assert_frame_equal(there, back)
    assert list(there["modality"]) == ["future", "reported"]
    assert sample.between("نادر", "حلب").empty


@pytest.mark.parametrize(
    ("wanted", "predicates"),
    [
        ({"predicate": "support"}, ["support", "support"]),
        ({"predicate": ["consult", "accuse"]}, ["consult", "accuse"]),
        ({"modality": "future"}, ["support"]),
        ({"polarity": "negated"}, ["accuse"]),
        ({"min_confidence": 0.8}, ["consult", "present_in", "located_in"]),
        ({"kind": "PER"}, ["consult"]),
        ({"kind": ("LOC",)}, ["located_in"]),
        ({"article": "river.jsonl#7"}, ["located_in"]),
        ({"article": ["bridge.html"]}, ["consult", "present_in", "speaks_about"]),
        ({"since": "2021-03-03", "until": date(2021, 3, 3)}, ["consult"]),
        ({"until": "2021-03-01"}, ["speaks_about"]),
        ({"until": pd.Timestamp("2021-03-01 12:00")}, ["speaks_about"]),
        ({"until": 2020}, []),
        ({"since": "2021-05"}, ["located_in"]),
    ],
    ids=str,
)
def test_where_filters(wanted: dict[str, str], predicates: list[str], sample: KnowledgeGraph) -> None:
    part = sample.where(**wanted)  # type: ignore[arg-type]
    assert sorted(part.relations["predicate"]) == sorted(predicates)
    ids = set(part.entities.index)
    for column in ("subject_id", "object_id", "attributed_to_id", "place_id"):
        assert set(part.relations[column].dropna()) <= ids
    assert part.folder is None
    assert len(part._repr_html_()) and part.show().html


def test_where_documents_keeps_their_evidence_only(sample: KnowledgeGraph) -> None:
    part = sample.where(article="bridge")
    assert list(part.documents["source"]) == ["folder/bridge.html"]
    assert set(part.evidence["document"]) == set(part.mentions["document"]) == set(part.documents.index)
    assert part.relations.loc[part.relations["predicate"] == "consult", "sentences"].item() == 1


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"kind": "person"}, "Unknown kind 'person'; choose one of: PER, LOC, ORG"),
        ({"predicate": "consults"}, "Unknown predicate 'consults'; choose one of: consult"),
        ({"modality": ["asserted", "said"]}, "Unknown modality 'said'"),
        ({"polarity": "no"}, "Unknown polarity 'no'"),
        ({"article": "nowhere.txt"}, "No article is called 'nowhere.txt'; give an id or a source .*market.txt"),
        ({"since": "yesterday"}, "'yesterday' is not a date"),
        ({"min_confidence": 2}, "2 is not a confidence; give a number from 0 to 1"),
        ({"min_confidence": "high"}, "'high' is not a confidence"),
    ],
    ids=str,
)
def test_where_invalid_choice_raises(wanted: dict[str, str], told: str, sample: KnowledgeGraph) -> None:
    with pytest.raises(ChoiceError, match=told):
        sample.where(**wanted)  # type: ignore[arg-type]


def test_networks_have_weights(sample: KnowledgeGraph) -> None:
    leila, sami = ENTITY_IDS["ليلى المنصوري"], ENTITY_IDS["سامي الحداد"]
    together = sample.cooccurrence(window="article", measure="npmi")
    assert together.edges[leila, sami]["weight"] == together.edges[leila, sami]["npmi"]
    related = sample.relation_graph(min_confidence=0.5, predicate=["consult", "support"])
    assert {key for _, _, key in related.edges(keys=True)} == {"consult", "support"}
    assert related.edges[leila, sami, "consult"]["weight"] == 2
    with pytest.raises(ChoiceError, match="Unknown window 'page'"):
        sample.cooccurrence("page")  # type: ignore[arg-type]
    with pytest.raises(ChoiceError, match="Unknown measure 'pmi'"):
        sample.cooccurrence(measure="pmi")  # type: ignore[arg-type]


def test_to_rdf_equals_graph_ttl(kg: KnowledgeGraph, seeds_output: object) -> None:
    graph = kg.to_rdf()
    assert set(graph) == set(rdflib.Graph().parse(f"{seeds_output}/graph.ttl"))
    assert "schema" in dict(graph.namespaces())


def test_sparql_returns_python_types(sample: KnowledgeGraph) -> None:
    counted = sample.sparql("SELECT (COUNT(*) AS ?n) { ?r a gb:Relation }")
    assert counted["n"].to_list() == [len(sample.relations)]
    sure = sample.sparql("SELECT ?c { ?r gb:confidence ?c } ORDER BY ?c")
    assert sure["c"].to_list() == sorted(sample.relations["confidence"])
    assert sample.sparql("ASK { ?r a gb:Relation }")["answer"].to_list() == [True]
    made = sample.sparql("CONSTRUCT { ?r gb:predicate ?p } WHERE { ?r gb:predicate ?p }")
    assert list(made.columns) == ["subject", "predicate", "object"]
    nothing = sample.sparql("SELECT ?x { ?x a gb:Nothing }")
    assert list(nothing.columns) == ["x"] and nothing.empty


def test_sparql_named_query_with_parameters(kg: KnowledgeGraph) -> None:
    every, one = kg.sparql("offices"), kg.sparql("offices", person="بشار الأسد")
    assert set(one["person"]) == {"بشار الأسد"}
    assert 0 < len(one) < len(every)
    with pytest.raises(QueryError, match="no query 'office'"):
        kg.sparql("office")
    with pytest.raises(QueryError, match="no variable 'persons'; choose one of: "):
        kg.sparql("offices", persons="بشار الأسد")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT {", "SPARQL syntax error"),
        ("DELETE WHERE { ?s ?p ?o }", "would change data"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "calls another server"),
    ],
)
def test_sparql_invalid_query_raises(query: str, told: str, sample: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=told):
        sample.sparql(query)


def test_sparql_of_a_filtered_graph(sample: KnowledgeGraph) -> None:
    part = sample.where(predicate="consult")
    assert part.sparql("SELECT ?r { ?r a gb:Relation }").shape == (1, 1)


def test_repr_names_the_counts(sample: KnowledgeGraph) -> None:
    assert repr(sample) == "<KnowledgeGraph: 3 articles, 3 people, 3 places, 2 organisations, 8 statements>"
    assert "1 person, 1 place, 0 organisations" in repr(sample.where(predicate="present_in", kind=["PER", "LOC"]))
    assert repr(sample["حلب"]) == "<Entity حلب · Aleppo · LOC>"
    assert repr(sample[HOSTILE]).startswith("<Entity =<script>")
