"""Verbal events: subject, object, polarity, modality and attribution."""

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
def test_verbal_event_states_its_predicate(name: str, subject: str, predicate: str, obj: str, trigger: str) -> None:
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
def test_verbal_event_consult_is_one_relation_for_both_sides(name: str, people: set[str]) -> None:
    ((subject, _, obj),) = triples(name, "consult")
    assert {subject, obj} == people


def test_verbal_event_consult_has_its_place() -> None:
    (found,) = [fact("office_of_body", *each) for each in triples("office_of_body", "consult")]
    assert found.place == "بيروت"
    assert {("إريك هولم", "present_in", "بيروت"), ("جورج حنا", "present_in", "بيروت")} <= triples("office_of_body")


def test_verbal_event_consult_collects_evidence_of_both_sentences() -> None:
    (found,) = [fact("meeting", *each) for each in triples("meeting", "consult")]
    assert found.triggers == ("التقى", "بحث")


@pytest.mark.parametrize(
    ("subject", "predicate", "obj"), [("إيران", "assault", "السعودية"), ("الجيش اللبناني", "support", "حزب الله")]
)
def test_verbal_event_negated(subject: str, predicate: str, obj: str) -> None:
    found = fact("denied", subject, predicate, obj)
    assert (found.polarity, found.modality) == ("negated", "asserted")


@pytest.mark.parametrize(
    ("subject", "predicate", "obj"), [("سامي الحداد", "present_in", "بغداد"), ("تركيا", "support", "قطر")]
)
def test_verbal_event_future(subject: str, predicate: str, obj: str) -> None:
    found = fact("to_come", subject, predicate, obj)
    assert (found.polarity, found.modality) == ("affirmed", "future")


def test_verbal_event_reported_has_its_attribution() -> None:
    found = fact("said", "تركيا", "assault", "سوريا")
    assert (found.modality, found.attributed_to) == ("reported", "إيغور بتروف")


def test_verbal_event_passive_subject_is_no_agent() -> None:
    assert triples("passive") == set()


@pytest.mark.parametrize("name", ["namesakes", "variants", "nobody", "tripoli"])
def test_verbal_event_absent_gives_no_relation(name: str) -> None:
    assert triples(name) == set()


def test_verbal_event_coordinated_verb_shares_subject() -> None:
    ((subject, _, obj),) = triples("shared_subject", "consult")
    assert {subject, obj} == {"نادر المنصوري", "خالد الزبيدي"}


def test_verbal_event_without_agreement_shares_no_subject() -> None:
    assert triples("shared_subject", "accuse") == set()


def test_verbal_event_objects_called_like_an_adjective_are_coordinated() -> None:
    assert triples("coordinated_countries", "accuse") == {("تركيا", "accuse", "روسيا"), ("تركيا", "accuse", "إيران")}


def test_undergone_event_of_a_verb_of_enjoying_support() -> None:
    assert ("روسيا", "support", "تركيا") in triples("coordinated_countries")


def test_verbal_event_reaches_its_object_after_an_insertion() -> None:
    assert ("سيرغي لافروف", "request", "تركيا") in triples("insertions")
    assert ("بشار الأسد", "reject", "روسيا") in triples("insertions")
