"""Rules of offices and affiliations."""

from __future__ import annotations

import pytest

from tests.relate.facts import fact, triples


@pytest.mark.parametrize(
    ("name", "person", "organization", "title"),
    [
        ("ministers", "سامي الحداد", "مصر", "وزير الخارجية المصري"),
        ("ministers", "كمال أوزدمير", "تركيا", "سفير تركيا"),
        ("office_of_body", "إريك هولم", "الأمم المتحدة", "الأمين العام للأمم المتحدة"),
        ("office_of_body", "جورج حنا", "البرلمان اللبناني", "رئيس البرلمان اللبناني"),
        ("envoy", "هانز لوندغرين", "الأمم المتحدة", "المبعوث الأممي"),
        ("visit", "فؤاد الخوري", "لبنان", "الرئيس اللبناني"),
        ("marks", "منصف العيادي", "تونس", "الرئيسُ التونسيُّ"),
        ("said", "إيغور بتروف", "روسيا", "وزير الدفاع الروسي"),
        ("german", "يوهان شميت", "ألمانيا", "وزير الخارجية الألماني"),
    ],
)
def test_office_before_name_is_held(name: str, person: str, organization: str, title: str) -> None:
    found = fact(name, person, "holds_position", organization)
    assert (found.rules, found.triggers) == (("office_before_name",), (title,))
    assert (found.polarity, found.modality, found.attributed_to) == ("affirmed", "asserted", None)


def test_office_after_name_is_held() -> None:
    found = fact("office_after", "نادر المنصوري", "holds_position", "الأردن")
    assert (found.rules, found.triggers) == (("office_after_name",), ("وزير الدفاع الأردني",))


def test_office_of_ambassador_is_of_one_state_in_another() -> None:
    found = triples("ambassador", "holds_position", "present_in")
    assert found == {("رضا كرمي", "holds_position", "إيران"), ("رضا كرمي", "present_in", "دمشق")}


@pytest.mark.parametrize(
    ("name", "organization", "country"),
    [
        ("army", "الجيش السوري", "سوريا"),
        ("army", "الجيش العراقي", "العراق"),
        ("accusations", "الحكومة العراقية", "العراق"),
    ],
)
def test_affiliation_of_organization_with_nationality(name: str, organization: str, country: str) -> None:
    found = fact(name, organization, "affiliated_with", country)
    assert found.rules == ("nationality_in_name",) and found.triggers == (organization,)


@pytest.mark.parametrize("name", ["namesakes", "meeting", "headline", "titles", "cities", "asked"])
def test_office_is_not_read_from_courtesies_and_bare_names(name: str) -> None:
    assert triples(name, "holds_position", "affiliated_with") == set()


def test_affiliation_of_command_with_its_army() -> None:
    command = "القيادة العامة للجيش السوري والقوات المسلحة"
    assert fact("bodies", command, "affiliated_with", "الجيش العربي السوري").rules == ("command_of_army",)


def test_affiliation_of_member_is_with_organization_not_country() -> None:
    assert ("سامي الحداد", "affiliated_with", "معهد واشنطن") in triples("members")
    assert "جورج حنا" not in {subject for subject, _, _ in triples("members")}


def test_office_after_comma_follows_one_before_the_name() -> None:
    assert triples("members", "holds_position") == {("نادر المنصوري", "holds_position", "مجلس الشيوخ")}


def test_office_right_after_name_unless_another_name_follows() -> None:
    assert triples("office_at_once", "holds_position") == {
        ("خالد الزبيدي", "holds_position", "العراق"),
        ("نادر المنصوري", "holds_position", "الأردن"),
    }


def test_office_title_is_no_topic_of_its_holder() -> None:
    assert triples("office_at_once", "speaks_about") == set()
