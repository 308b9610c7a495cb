"""Who speaks, and of what."""

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
def test_a_statement_is_about_what_it_names(name: str, speaker: str, topics: set[str]) -> None:
    found = triples(name, "speaks_about")
    assert found == {(speaker, "speaks_about", topic) for topic in topics}


def test_the_verb_is_the_trigger_and_in_a_headline_the_name() -> None:
    assert fact("said", "إيغور بتروف", "speaks_about", "سوريا").triggers == ("أكد",)
    assert fact("headline", "سامي الحداد", "speaks_about", "مصر").rules == ("headline_speech",)


def test_a_speaker_s_surname_stands_for_the_speaker() -> None:
    assert len(fact("quoted", "نادر المنصوري", "speaks_about", "لبنان").triggers) == 2


@pytest.mark.parametrize("name", ["meeting", "visit", "army", "within", "asked", "both", "nobody"])
def test_where_nobody_speaks_nothing_is_spoken_about(name: str) -> None:
    assert triples(name, "speaks_about") == set()


def test_a_verb_of_opinion_is_about_the_first_entity_behind_it() -> None:
    assert triples("positions", "speaks_about") == {
        ("نادر المنصوري", "speaks_about", "بغداد"),
        ("مصر", "speaks_about", "إيران"),
    }


def test_a_bare_office_is_its_holder_who_was_named_last() -> None:
    assert ("نادر المنصوري", "speaks_about", "لبنان") in triples("bare_offices_alone")


def test_an_agency_passes_on_who_says_what_and_he_goes_on_speaking() -> None:
    assert triples("relayed", "speaks_about") == {
        ("رويترز", "speaks_about", "نادر المنصوري"),
        ("نادر المنصوري", "speaks_about", "لبنان"),
        ("نادر المنصوري", "speaks_about", "سوريا"),
    }
