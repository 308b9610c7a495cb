"""Well-known bodies, each under all its names."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import countries, organizations


def test_every_body_is_found_under_its_own_name() -> None:
    for organization in organizations().by_name.values():
        assert (
            fold(organization.name) in organization.names
            and organizations().by_name[fold(organization.name)] is organization
        )


def test_no_name_is_two_bodies() -> None:
    for name, organization in organizations().by_name.items():
        assert name in organization.names
    every = {id(organization): organization for organization in organizations().by_name.values()}.values()
    assert sum(len(organization.names) for organization in every) == len(organizations().by_name)


def test_no_body_is_called_like_a_country() -> None:
    assert not set(organizations().by_name) & set(countries().by_name)


def test_what_is_found_in_any_text_is_one_of_the_names() -> None:
    for organization in organizations().by_name.values():
        assert organization.found <= organization.names and organization.latin.isascii() and organization.latin


def test_names_of_one_body_lead_to_it() -> None:
    names = ("داعش", "تنظيم الدولة الإسلامية", "تنظيم الدولة")
    assert {organizations().by_name[fold(name)].latin for name in names} == {"Islamic State"}


def test_a_name_that_is_a_common_word_is_not_found_in_any_text() -> None:
    organization = organizations().by_name[fold("القاعدة")]
    assert fold("القاعدة") not in organization.found and fold("تنظيم القاعدة") in organization.found


def test_an_adjective_may_mean_a_body() -> None:
    assert organizations().by_adjective["اممي"].latin == "United Nations"


def test_heads_of_one_kind_stand_for_one() -> None:
    assert organizations().same["قوه"] == organizations().same["جيش"] == "جيش"
    assert set(organizations().same) <= organizations().heads and organizations().of_states <= organizations().heads | {
        "امن"
    }
