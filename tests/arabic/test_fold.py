"""Spellings that mean one word fold together, and words that differ stay apart."""

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
def test_spellings_of_one_word_agree(spellings: tuple[str, ...]) -> None:
    assert len({fold(each) for each in spellings}) == 1


@pytest.mark.parametrize(("left", "right"), [("حمص", "حماة"), ("علي", "عال"), ("سوريا", "سوري"), ("تدمر", "دمر")])
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("أإآىةؤئـًُّ ابكی"))))
def test_a_folded_text_has_one_space_between_words_and_none_around(parts: list[str]) -> None:
    folded = fold(" ".join(parts))
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("word", "bare"), [("الجيش", "جيش"), ("الدفاع", "دفاع"), ("جيش", "جيش"), ("الى", "الى"), ("الله", "الله"), ("", "")]
)
def test_the_article_goes_where_a_word_is_left(word: str, bare: str) -> None:
    assert without_article(word) == bare


@pytest.mark.parametrize("text", ["Damascus دمشق", "ك", "ﺳﻮرﯾﺎ", "پاکستان"])
def test_arabic_letters_are_found(text: str) -> None:
    assert has_arabic(text)


@pytest.mark.parametrize("text", ["", "Damascus", "٢٠١٦", "،؟", "\u064e", "דמשק"])
def test_where_there_are_none_none_are_found(text: str) -> None:
    assert not has_arabic(text)
