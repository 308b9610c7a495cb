"""Folding: spellings of one word are equal, other words differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.fold import fold, has_arabic, without_article


@pytest.mark.parametrize(
    "spellings",
    [
        ("أحمد", "احمد", "إحمد", "ٱحمد", "أَحْمَد", "أحـــمد"),
        ("آسيا", "اسيا"),
        ("القاهرة", "القاهره"),
        ("مصطفى", "مصطفي"),
        ("مسؤول", "مسوول"),
        ("رائد", "رايد"),
        ("کیروان", "كيروان"),
        ("سوريا", "ﺳﻮرﯾﺎ", "سوريا\u200f"),
        ("عام ٢٠١٦", "عام 2016", "عام ۲۰۱۶"),
        ("دير الزور", "دير\u00a0 الزور", " دير الزور\n"),
        ("ﷲ", "الله"),
    ],
)
def test_fold_unites_spellings(spellings: tuple[str, ...]) -> None:
    assert len({fold(each) for each in spellings}) == 1


@pytest.mark.parametrize(("left", "right"), [("حمص", "حماة"), ("علي", "عال"), ("سوريا", "سوري"), ("تدمر", "دمر")])
def test_fold_keeps_other_words_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@settings(deadline=None)
@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("أإآىةؤئـًُّ ابكی"))))
def test_fold_normalizes_spaces(parts: list[str]) -> None:
    folded = fold(" ".join(parts))
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("word", "bare"), [("الجيش", "جيش"), ("الدفاع", "دفاع"), ("جيش", "جيش"), ("الى", "الى"), ("الله", "الله"), ("", "")]
)
def test_fold_drops_the_article_where_a_word_is_left(word: str, bare: str) -> None:
    assert without_article(word) == bare


@pytest.mark.parametrize("text", ["Damascus دمشق", "ك", "ﺳﻮرﯾﺎ", "پاکستان"])
def test_has_arabic_letters(text: str) -> None:
    assert has_arabic(text)


@pytest.mark.parametrize("text", ["", "Damascus", "٢٠١٦", "،؟", "\u064e", "דמשק"])
def test_has_no_arabic_letters(text: str) -> None:
    assert not has_arabic(text)
