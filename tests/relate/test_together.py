"""What several do together or to one another, who helps, and who stands for whom."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, facts, triples


def test_the_sides_of_a_battle_attack_each_other_and_not_themselves() -> None:
    sides = ({"الجيش السوري", "حزب الله"}, {"داعش"})
    expected = {(a, "assault", b) for one, other in (sides, sides[::-1]) for a in one for b in other}
    assert triples("sides", "assault") == expected
    assert triples("sides", "present_in") == {(each, "present_in", "حلب") for side in sides for each in side}


def test_two_that_agree_and_three_that_adjectives_name() -> None:
    pairs = {frozenset((f.subject, f.object)) for f in facts("together") if f.predicate == "agree"}
    assert pairs == {frozenset(pair) for pair in (("روسيا", "تركيا"), ("روسيا", "إيران"), ("تركيا", "إيران"))}


def test_ministers_speak_for_their_countries() -> None:
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
def test_one_rule_reads_it(name: str, subject: str, predicate: str, obj: str, rule: str) -> None:
    assert fact(name, subject, predicate, obj).rules == (rule,)


def test_his_country_is_that_of_who_speaks() -> None:
    found = fact("officials", "روسيا", "support", "سوريا")
    assert found.attributed_to == "سيرغي لافروف" and found.modality == "reported"


def test_the_first_person_is_who_speaks() -> None:
    assert fact("first_person", "لافروف", "consult", "جون كيري").attributed_to == "لافروف"


def test_a_deed_is_that_of_the_country_whose_adjective_it_bears() -> None:
    assert fact("by_nationality", "روسيا", "support", "سوريا").rules == ("nominal_country",)
    assert fact("by_nationality", "الولايات المتحدة", "assault", "الموصل").rules == ("nominal_country",)


def test_a_deed_with_the_adjectives_of_two_countries_is_nobody_s_alone() -> None:
    assert triples("by_nationality", "cooperate") == {("مصر", "cooperate", "الأردن")}


def test_those_on_one_side_of_a_battle_stand_together() -> None:
    ((subject, _, obj),) = triples("sides", "cooperate")
    assert {subject, obj} == {"الجيش السوري", "حزب الله"}


def test_two_sides_are_told_by_adjectives_joined() -> None:
    ((subject, _, obj),) = triples("both_sides", "agree")
    assert {subject, obj} == {"مصر", "الأردن"}


def test_a_bare_kind_of_body_is_the_one_called_so_that_was_named_last() -> None:
    assert ("طالبان", "speaks_about", "كابول") in triples("bare_bodies")
    assert ("داعش", "retreat", "الفلوجة") in triples("bare_bodies")
    assert ("المرصد السوري لحقوق الإنسان", "speaks_about", "حلب") in triples("bare_bodies")


def test_a_kind_of_body_that_nobody_is_called_is_nobody() -> None:
    assert "القاهرة" not in {fact.object for fact in facts("bare_bodies")}
