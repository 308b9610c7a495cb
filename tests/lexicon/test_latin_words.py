"""Usual Latin spellings of the words of names."""

from __future__ import annotations

from graph_builder.arabic.fold import fold, has_arabic
from graph_builder.lexicon import LatinSpellings, latin_spellings, latin_words
from graph_builder.lexicon.load import load


def test_latin_words_are_latin_and_keyed_by_folded_words() -> None:
    for word, spelling in latin_words().items():
        assert fold(word) == word and len(word.split()) <= 2
        assert spelling and not has_arabic(spelling) and spelling == " ".join(spelling.split())


def test_latin_words_list_no_word_twice() -> None:
    folded, listed = latin_spellings(), load("latin_words.yaml", LatinSpellings)
    assert len(folded.arab) == len(listed.arab)
    assert len(folded.foreign) == len(listed.foreign)
    assert len(folded.places) == len(listed.places)
