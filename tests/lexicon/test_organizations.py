"""Known organizations, each under all its names."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import countries, organizations


def test_organization_is_found_by_its_own_name() -> None:
    for organization in organizations().by_name.values():
        assert (
            fold(organization.name) in organization.names
            and organizations().by_name[fold(organization.name)] is organization
        )


def test_organization_names_are_unambiguous() -> None:
    for name, organization in organizations().by_name.items():
        assert name in organization.names
    every = {id(organization): organization for organization in organizations().by_name.values()}.values()
    assert sum(len(organization.names) for organization in every) == len(organizations().by_name)


def test_organization_names_are_not_those_of_countries() -> None:
    assert not set(organizations().by_name) & set(countries().by_name)


def test_organization_names_safe_in_text_are_names() -> None:
    for organization in organizations().by_name.values():
        assert organization.found <= organization.names and organization.latin.isascii() and organization.latin


def test_organization_is_found_by_each_name() -> None:
    names = ("داعش", "تنظيم الدولة الإسلامية", "تنظيم الدولة")
    assert {organizations().by_name[fold(name)].latin for name in names} == {"Islamic State"}


def test_organization_name_that_is_a_common_word_is_not_safe_in_text() -> None:
    organization = organizations().by_name[fold("القاعدة")]
    assert fold("القاعدة") not in organization.found and fold("تنظيم القاعدة") in organization.found


def test_organization_of_an_adjective() -> None:
    assert organizations().by_adjective["اممي"].latin == "United Nations"


def test_organization_heads_of_one_kind_are_equal() -> None:
    assert organizations().same["قوه"] == organizations().same["جيش"] == "جيش"
    assert set(organizations().same) <= organizations().heads and organizations().of_states <= organizations().heads | {
        "امن"
    }


def test_organizations_of_some_countries_only() -> None:
    assert set(organizations().only_in) <= organizations().national
    assert set().union(*organizations().only_in.values()) <= countries().by_code.keys()
    assert "EG" not in organizations().only_in["ديوان ملكي"]
