"""Who does what to whom, and whether it is so, denied, said or to come."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, triples


@pytest.mark.parametrize(
    ("name", "subject", "predicate", "obj", "trigger"),
    [
        ("army", "الجيش السوري", "retreat", "تدمر", "انسحب"),
        ("army", "الجيش العراقي", "control", "الموصل", "استعاد"),
        ("behind_on_and_to", "الجيش العراقي", "control", "الموصل", "سيطر"),
        ("behind_on_and_to", "خالد الزبيدي", "present_in", "بغداد", "وصل"),
        ("visit", "فؤاد الخوري", "present_in", "حلب", "زار"),
        ("german", "يوهان شميت", "present_in", "بيروت", "وصل"),
        ("bodies", "الجيش العربي السوري", "present_in", "حمص", "انتشرت"),
        ("accusations", "السعودية", "accuse", "إيران", "اتهمت"),
        ("accusations", "خالد الزبيدي", "accuse", "الحكومة العراقية", "انتقد"),
        ("asked", "فرنسا", "request", "روسيا", "طالبت"),
        ("asked", "الأمم المتحدة", "request", "إسرائيل", "دعت"),
    ],
)
def test_a_verb_states_an_event(name: str, subject: str, predicate: str, obj: str, trigger: str) -> None:
    found = fact(name, subject, predicate, obj)
    assert found.triggers == (trigger,)
    assert (found.polarity, found.modality, found.attributed_to) == ("affirmed", "asserted", None)


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("ministers", {"سامي الحداد", "كمال أوزدمير"}),
        ("meeting", {"سامي الحداد", "نادر المنصوري"}),
        ("meeting_in_between", {"نادر المنصوري", "خالد الزبيدي"}),
        ("office_of_body", {"إريك هولم", "جورج حنا"}),
        ("titles", {"فيصل بن ماجد", "وليد الشامي"}),
    ],
)
def test_a_meeting_is_stated_once_for_both_sides(name: str, people: set[str]) -> None:
    ((subject, _, obj),) = triples(name, "consult")
    assert {subject, obj} == people


def test_a_meeting_has_its_place() -> None:
    (found,) = [fact("office_of_body", *each) for each in triples("office_of_body", "consult")]
    assert found.place == "بيروت"
    assert {("إريك هولم", "present_in", "بيروت"), ("جورج حنا", "present_in", "بيروت")} <= triples("office_of_body")


def test_a_meeting_told_twice_has_both_sentences() -> None:
    (found,) = [fact("meeting", *each) for each in triples("meeting", "consult")]
    assert found.triggers == ("التقى", "بحث")


@pytest.mark.parametrize(
    ("subject", "predicate", "obj"), [("إيران", "assault", "السعودية"), ("الجيش اللبناني", "support", "حزب الله")]
)
def test_what_is_denied_is_negated(subject: str, predicate: str, obj: str) -> None:
    found = fact("denied", subject, predicate, obj)
    assert (found.polarity, found.modality) == ("negated", "asserted")


@pytest.mark.parametrize(
    ("subject", "predicate", "obj"), [("سامي الحداد", "present_in", "بغداد"), ("تركيا", "support", "قطر")]
)
def test_what_is_to_come_is_future(subject: str, predicate: str, obj: str) -> None:
    found = fact("to_come", subject, predicate, obj)
    assert (found.polarity, found.modality) == ("affirmed", "future")


def test_what_somebody_says_is_reported_in_his_name() -> None:
    found = fact("said", "تركيا", "assault", "سوريا")
    assert (found.modality, found.attributed_to) == ("reported", "إيغور بتروف")


def test_a_passive_verb_s_subject_does_nothing() -> None:
    assert triples("passive") == set()


@pytest.mark.parametrize("name", ["namesakes", "variants", "nobody", "tripoli"])
def test_where_nobody_does_anything_nothing_is_stated(name: str) -> None:
    assert triples(name) == set()


def test_a_verb_without_a_subject_shares_that_of_the_verb_before_it() -> None:
    ((subject, _, obj),) = triples("shared_subject", "consult")
    assert {subject, obj} == {"نادر المنصوري", "خالد الزبيدي"}


def test_a_verb_that_does_not_agree_shares_no_subject() -> None:
    assert triples("shared_subject", "accuse") == set()
