"""Endings that typists exchange."""

from __future__ import annotations

from graph_builder.arabic.endings import with_usual_endings

_USUAL = frozenset({"الحكومة", "مدينة", "في", "السوري"})


def test_endings_usual_spelling() -> None:
    text = "قالت الحكومه والحكومه فى مدينه السورى"
    assert with_usual_endings(text, _USUAL) == "قالت الحكومة والحكومة في مدينة السوري"
    assert len(with_usual_endings(text, _USUAL)) == len(text)


def test_endings_of_unknown_word_are_kept() -> None:
    for text in ("كتابه", "على", "مدينهم", "فيه", "الحكومة", ""):
        assert with_usual_endings(text, _USUAL) == text
    assert with_usual_endings("الحكومه", frozenset()) == "الحكومه"
