"""Quotations and speech: speakers and their topics."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, triples


@pytest.mark.parametrize(
    ("name", "speaker", "topics"),
    [
        ("ministers", "سامي الحداد", {"مصر", "ليبيا"}),
        ("said", "إيغور بتروف", {"تركيا", "سوريا"}),
        ("quoted", "نادر المنصوري", {"لبنان"}),
        ("headline", "سامي الحداد", {"مصر", "السودان"}),
        ("agencies", "سانا", {"حلب"}),
        ("sourced", "سامي الحداد", {"مصر", "ليبيا"}),
    ],
)
def test_speech_topics_are_the_entities_named(name: str, speaker: str, topics: set[str]) -> None:
    found = triples(name, "speaks_about")
    assert found == {(speaker, "speaks_about", topic) for topic in topics}


def test_speech_trigger_is_the_verb_or_the_name_in_a_headline() -> None:
    assert fact("said", "إيغور بتروف", "speaks_about", "سوريا").triggers == ("أكد",)
    assert fact("headline", "سامي الحداد", "speaks_about", "مصر").rules == ("headline_speech",)


def test_speech_coreference_of_surname() -> None:
    assert len(fact("quoted", "نادر المنصوري", "speaks_about", "لبنان").triggers) == 2


@pytest.mark.parametrize("name", ["meeting", "visit", "army", "within", "asked", "both", "nobody"])
def test_speech_absent_gives_no_relation(name: str) -> None:
    assert triples(name, "speaks_about") == set()


def test_speech_of_opinion_has_the_first_entity_as_topic() -> None:
    assert triples("positions", "speaks_about") == {
        ("نادر المنصوري", "speaks_about", "بغداد"),
        ("مصر", "speaks_about", "إيران"),
    }


def test_speech_coreference_of_bare_office_is_the_last_holder() -> None:
    assert ("نادر المنصوري", "speaks_about", "لبنان") in triples("bare_offices_alone")


def test_speech_relayed_by_agency_and_continued_by_speaker() -> None:
    assert triples("relayed", "speaks_about") == {
        ("رويترز", "speaks_about", "نادر المنصوري"),
        ("نادر المنصوري", "speaks_about", "لبنان"),
        ("نادر المنصوري", "speaks_about", "سوريا"),
    }
