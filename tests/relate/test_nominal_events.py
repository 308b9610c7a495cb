"""Nominal events, actors and coreference: several agents, nationalities, bare nouns."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, facts, triples


def test_nominal_assault_has_both_sides_of_a_battle() -> None:
    sides = ({"الجيش السوري", "حزب الله"}, {"داعش"})
    expected = {(a, "assault", b) for one, other in (sides, sides[::-1]) for a in one for b in other}
    assert triples("sides", "assault") == expected
    assert triples("sides", "present_in") == {(each, "present_in", "حلب") for side in sides for each in side}


def test_nominal_agree_of_two_names_and_three_adjectives() -> None:
    pairs = {frozenset((f.subject, f.object)) for f in facts("together") if f.predicate == "agree"}
    assert pairs == {frozenset(pair) for pair in (("روسيا", "تركيا"), ("روسيا", "إيران"), ("تركيا", "إيران"))}


def test_speech_of_ministers_is_that_of_their_countries() -> None:
    assert {("روسيا", "speaks_about", "سوريا"), ("تركيا", "speaks_about", "سوريا")} <= triples("together")


@pytest.mark.parametrize(
    ("name", "subject", "predicate", "obj", "rule"),
    [
        ("helped", "روسيا", "support", "الجيش السوري", "nominal_alongside"),
        ("helped", "داعش", "assault", "دمشق", "nominal_agent_phrase"),
        ("officials", "تركيا", "speaks_about", "سوريا", "speech"),
        ("officials", "سامي الحداد", "present_in", "تركيا", "seat_of_office"),
        ("officials", "الغارديان", "affiliated_with", "بريطانيا", "nationality_after_name"),
        ("allegiance", "إيران", "support", "القوات العراقية", "allegiance_adjective"),
    ],
)
def test_rule_of_nominal_event_and_affiliation(name: str, subject: str, predicate: str, obj: str, rule: str) -> None:
    assert fact(name, subject, predicate, obj).rules == (rule,)


def test_attribution_to_a_speaker_of_his_own_country() -> None:
    found = fact("officials", "روسيا", "support", "سوريا")
    assert found.attributed_to == "سيرغي لافروف" and found.modality == "reported"


def test_attribution_of_first_person() -> None:
    assert fact("first_person", "لافروف", "consult", "جون كيري").attributed_to == "لافروف"


def test_nominal_event_agent_is_the_country_of_its_adjective() -> None:
    assert fact("by_nationality", "روسيا", "support", "سوريا").rules == ("nominal_country",)
    assert fact("by_nationality", "الولايات المتحدة", "assault", "الموصل").rules == ("nominal_country",)


def test_nominal_event_with_two_adjectives_has_no_single_agent() -> None:
    assert triples("by_nationality", "cooperate") == {("مصر", "cooperate", "الأردن")}


def test_nominal_cooperate_of_one_side_of_a_battle() -> None:
    ((subject, _, obj),) = triples("sides", "cooperate")
    assert {subject, obj} == {"الجيش السوري", "حزب الله"}


def test_nominal_event_sides_may_open_with_an_unnamed_one() -> None:
    enemies = {frozenset((subject, obj)) for subject, _, obj in triples("unnamed_side", "assault")}
    assert enemies == {frozenset(("الجيش السوري", "جبهة النصرة")), frozenset(("حزب الله", "جبهة النصرة"))}
    ((subject, _, obj),) = triples("unnamed_side", "cooperate")
    assert {subject, obj} == {"الجيش السوري", "حزب الله"}


def test_nominal_event_object_behind_an_amount() -> None:
    assert ("روسيا", "aid", "العراق") in triples("gifts")


def test_undergone_event_names_the_giver_after_the_gift() -> None:
    assert ("روسيا", "aid", "الجيش السوري") in triples("gifts")


def test_threat_of_an_event_is_made_to_its_patient() -> None:
    assert fact("threat", "تركيا", "threaten", "حلب").modality == "asserted"
    assert fact("threat", "تركيا", "assault", "حلب").modality == "future"


def test_nominal_event_sides_from_coordinated_adjectives() -> None:
    ((subject, _, obj),) = triples("both_sides", "agree")
    assert {subject, obj} == {"مصر", "الأردن"}


def test_coreference_of_bare_organization_noun_is_the_last_so_called() -> None:
    assert ("طالبان", "speaks_about", "كابول") in triples("bare_bodies")
    assert ("داعش", "retreat", "الفلوجة") in triples("bare_bodies")
    assert ("المرصد السوري لحقوق الإنسان", "speaks_about", "حلب") in triples("bare_bodies")


def test_coreference_of_bare_organization_noun_without_antecedent() -> None:
    assert "القاهرة" not in {fact.object for fact in facts("bare_bodies")}
