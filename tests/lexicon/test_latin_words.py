"""How words of names are usually written in Latin letters."""

from __future__ import annotations

from graph_builder.arabic.fold import fold, has_arabic
from graph_builder.lexicon import latin_spellings, latin_words
from graph_builder.lexicon.load import load


def test_spellings_are_latin_and_their_words_folded() -> None:
    for word, spelling in latin_words().items():
        assert fold(word) == word and len(word.split()) <= 2
        assert spelling and not has_arabic(spelling) and spelling == " ".join(spelling.split())


def test_no_word_is_listed_under_two_spellings_of_itself() -> None:
    told, listed = latin_spellings(), load("latin_words.yaml", dict[str, dict[str, str]])
    for part, table in (("arab", told.arab), ("foreign", told.foreign), ("places", told.places)):
        assert len(table) == len(listed[part])
