"""Latin spellings of foreign names, found by their Arabic transcription."""

from __future__ import annotations

import pytest

from graph_builder.lexicon.foreign_names import foreign_name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ريتشارد", "Richard"),
        ("تونر", "Toner"),
        ("رودريغيز", "Rodriguez"),
        ("ستولتنبرغ", "Stoltenberg"),
        ("ياماموتو", "Yamamoto"),
        ("أنطوان", "Antoine"),
        ("فرنانديز", "Fernandez"),
    ],
)
def test_foreign_name_has_the_spelling_of_its_language(word: str, name: str) -> None:
    assert foreign_name(word) == name


@pytest.mark.parametrize("word", ["الزهراني", "عبدالرحمن", "المحيسني", "", "ظظظ"])
def test_foreign_name_unlike_any_is_none(word: str) -> None:
    assert foreign_name(word) is None
