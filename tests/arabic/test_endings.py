"""Last letters that typists exchange."""

from __future__ import annotations

from graph_builder.arabic.endings import mended

_USUAL = frozenset({"الحكومة", "مدينة", "في", "السوري"})


def test_a_word_is_spelt_as_it_mostly_is_letter_for_letter() -> None:
    text = "قالت الحكومه والحكومه فى مدينه السورى"
    assert mended(text, _USUAL) == "قالت الحكومة والحكومة في مدينة السوري"
    assert len(mended(text, _USUAL)) == len(text)


def test_what_is_not_known_stays() -> None:
    for text in ("كتابه", "على", "مدينهم", "فيه", "الحكومة", ""):
        assert mended(text, _USUAL) == text
    assert mended("الحكومه", frozenset()) == "الحكومه"
