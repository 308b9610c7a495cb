"""The figures of index.html."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.core.result import Result
from graph_builder.export.overview import communities, most_active_pairs, most_named, timeline
from graph_builder.lexicon import predicates
from tests.support.samples import result_of, sample_knowledge, sample_result
from tests.support.synthetic import synthetic_knowledge


@pytest.fixture(scope="module")
def result() -> Result:
    return sample_result()


def test_overview_people_are_sorted_by_mentions(result: Result) -> None:
    found = most_named(result, ("PER", "ORG"), 3)
    assert [each.entity.name for each in found] == ["سامي الحداد", "ليلى المنصوري", "شركة الجسر"] or [
        each.entity.name for each in found
    ] == ["ليلى المنصوري", "سامي الحداد", "شركة الجسر"]
    assert [each.figure for each in found] == [4, 4, 3]
    assert [each.share for each in found] == [100, 100, 75]
    assert {each.entity.kind for each in most_named(result, ("LOC",), 9)} == {"LOC"}


def test_overview_pairs_count_sentences_of_events_in_both_directions(result: Result) -> None:
    pairs = most_active_pairs(result, 10, lambda name: predicates()[name].event)
    assert [(pair.count, pair.predicates) for pair in pairs] == [(2, ("consult",)), (1, ("support",))]
    assert {pairs[0].first.name, pairs[0].second.name} == {"ليلى المنصوري", "سامي الحداد"}


def test_overview_communities_are_named_by_their_central_members() -> None:
    result = result_of(synthetic_knowledge(300))
    found = communities(result, 5)
    assert len(found) == 5
    assert [each.size for each in found] == sorted((each.size for each in found), reverse=True)
    graph = result.cooccurrence
    for each in found:
        members = [graph.nodes[node] for node in graph if graph.nodes[node]["community"] == each.number]
        assert len(members) == each.size
        assert {node["community_name"] for node in members} == {each.name.arabic}
        assert {node["community_name_latin"] for node in members} == {each.name.english}


def test_overview_timeline_has_every_unit(result: Result) -> None:
    bars = timeline(result)
    assert [bar.label for bar in bars] == ["2021-03", "2021-04", "2021-05"]
    assert [bar.count for bar in bars] == [6, 0, 1]
    assert [bar.height for bar in bars] == [100, 0, 17]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (("2021-03-01", "2021-03-03"), ["2021-03-01", "2021-03-02", "2021-03-03"]),
        (("2021-03", "2021-03-03"), ["2021-03-01", "2021-03-02", "2021-03-03"]),
        (("1990", "2020-12"), [str(year) for year in range(1990, 2021)]),
    ],
)
def test_overview_timeline_unit_is_the_finest_that_fits(dates: tuple[str, ...], labels: list[str]) -> None:
    sample = sample_knowledge()
    relations = tuple(replace(r, date=date) for r, date in zip(sample.relations, dates, strict=False))
    bars = timeline(result_of(replace(sample, relations=relations)))
    assert [bar.label for bar in bars] == labels
    assert sum(bar.count for bar in bars) == 2


def test_overview_without_dates_has_no_timeline() -> None:
    sample = sample_knowledge()
    documents = tuple(replace(document, published=None) for document in sample.documents)
    relations = tuple(replace(relation, date=None) for relation in sample.relations)
    assert timeline(result_of(replace(sample, documents=documents, relations=relations))) == []
