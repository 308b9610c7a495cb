"""Names of cities that are no other words: found whatever the tagger made of them."""

from __future__ import annotations

import pytest

from graph_builder.core.values import Sentence, Token, Word
from graph_builder.lexicon import function_words, organizations, places
from graph_builder.resolve.mentions.toponyms import distinctive_cities
from graph_builder.syntax import Tree


def _tree(text: str) -> Tree:
    """A sentence in which every word is a common noun."""
    tokens, start = [], 0
    for form in text.split():
        word = Word(form, form, "NOUN", "", 0, "dep")
        tokens.append(Token(start, start + len(form), (word,)))
        start += len(form) + 1
    return Tree(Sentence(0, len(text), tuple(tokens)), text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انفجار في عفرين", ["عفرين"]),
        ("معارك بعفرين ومنبج", ["عفرين", "منبج"]),
        ("غارات على دير الزور والرقة", ["دير الزور", "الرقة"]),
        ("فتح القفص فطار من قفصه", []),  # «قفصة» is a city
        ("احتجاجات في قفصة", ["قفصة"]),
        ("بقي دوما خلف الباب", []),
        ("دير على تل رفعت", ["تل رفعت"]),
    ],
)
def test_toponyms_distinctive_cities_are_found_as_common_nouns(text: str, found: list[str]) -> None:
    tree = _tree(text)
    candidates = list(distinctive_cities(tree, 0))
    assert {candidate.kind for candidate in candidates} <= {"LOC"}
    assert [tree.surface_form(each.first, each.last, each.skip) for each in candidates] == found


def test_toponyms_distinctive_cities_are_no_words_of_the_lexicon() -> None:
    words = places().generic | places().heads | organizations().generic | organizations().heads
    assert not places().distinctive.keys() & (words | function_words().toponym_prepositions)
