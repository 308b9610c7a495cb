"""Countries by their names and adjectives."""

from __future__ import annotations

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import Country, countries

_ADJECTIVES = sorted(
    (adjective, country.code) for country in countries().by_code.values() for adjective in country.adjectives
)


def _code(country: Country | None) -> str | None:
    return country.code if country else None


@pytest.mark.parametrize(("adjective", "code"), _ADJECTIVES)
def test_country_of_every_adjective(adjective: str, code: str) -> None:
    assert _code(countries().of_adjective(adjective)) == code


@pytest.mark.parametrize(("adjective", "code"), [each for each in _ADJECTIVES if " " not in each[0]])
def test_country_of_every_form_of_an_adjective(adjective: str, code: str) -> None:
    forms = [f"{article}{adjective[:-1]}{ending}" for article in ("", "ال") for ending in ("ي", "ية", "يين", "يون")]
    assert {_code(countries().of_adjective(form)) for form in forms} == {code}


def test_country_adjectives_are_unambiguous() -> None:
    adjectives = [adjective for adjective, _ in _ADJECTIVES]
    assert len(adjectives) == len(set(adjectives))


def test_country_names_are_unambiguous() -> None:
    every = [(name, country.code) for country in countries().by_code.values() for name in country.names]
    assert {name: code for name, code in every if _code(countries().by_name[name]) != code} == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("سورية", "SY"),
        ("سوريا", "SY"),
        ("الولايات المتحدة", "US"),
        ("أمريكا", "US"),
        ("أميركا", "US"),
        ("المملكة العربية السعودية", "SA"),
        ("روسيا", "RU"),
        ("النرويج", "NO"),
        ("الكويت", "KW"),
    ],
)
def test_country_of_names_in_the_news(name: str, code: str) -> None:
    assert countries().by_name[fold(name)].code == code


def test_country_has_an_english_name_and_is_found_by_its_own() -> None:
    for country in countries().by_code.values():
        assert country.latin and fold(country.name) in country.names and country.found <= country.names


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "001", "XA"])
def test_country_excludes_groupings_and_placeholders(code: str) -> None:
    assert code not in countries().by_code


@pytest.mark.parametrize("word", ["حلب", "العسكرية", "الرئيسي", "", "ي", "العربية"])
def test_country_of_other_words_is_none(word: str) -> None:
    assert countries().of_adjective(word) is None


def test_country_name_that_is_a_common_word_is_not_safe_in_text() -> None:
    country = countries().by_code["ML"]
    assert fold("مالي") in country.names and fold("مالي") not in country.found
