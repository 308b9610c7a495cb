"""One stem for every form of a nisba adjective."""

from __future__ import annotations

import pytest

from graph_builder.arabic.nisba import nisba_stem

_ENDINGS = ("ي", "ية", "يه", "يين", "يون", "يات", "يان", "يتان", "يتين", "يا", "يّ", "يَّة")


@pytest.mark.parametrize("stem", ["سوري", "روسي", "ليبي", "امريكي", "مصري", "سعودي"])
@pytest.mark.parametrize("article", ["", "ال"])
def test_nisba_masculine_singular_of_every_form(stem: str, article: str) -> None:
    forms = [article + stem[:-1] + ending for ending in _ENDINGS]
    assert {form: nisba_stem(form) for form in forms} == dict.fromkeys(forms, stem)


def test_nisba_folds_hamza() -> None:
    assert nisba_stem("الأمريكيّون") == nisba_stem("امريكية") == "امريكي"


@pytest.mark.parametrize("word", ["", "حلب", "بغداد", "ي", "في", "لية", "ال", "القاهرة"])
def test_nisba_of_other_words_is_none(word: str) -> None:
    assert nisba_stem(word) is None
