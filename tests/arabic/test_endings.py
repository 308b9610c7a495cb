"""Endings that typists exchange."""

from __future__ import annotations

from graph_builder.arabic.endings import mended

_USUAL = frozenset({"الحكومة", "مدينة", "في", "السوري"})


def test_endings_usual_spelling() -> None:
    text = "قالت الحكومه والحكومه فى مدينه السورى"
    assert mended(text, _USUAL) == "قالت الحكومة والحكومة في مدينة السوري"
    assert len(mended(text, _USUAL)) == len(text)


def test_endings_of_unknown_word_are_kept() -> None:
    for text in ("كتابه", "على", "مدينهم", "فيه", "الحكومة", ""):
        assert mended(text, _USUAL) == text
    assert mended("الحكومه", frozenset()) == "الحكومه"
