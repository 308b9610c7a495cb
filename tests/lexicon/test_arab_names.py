"""Latin spellings of Arab names, by their bearers."""

from __future__ import annotations

import pytest

from graph_builder.lexicon.arab_names import arab_name, known_spelling


@pytest.mark.parametrize(
    ("word", "latin"), [("الشهري", "al-Shehri"), ("بندر", "Bandar"), ("الصباغ", "al-Sabbagh"), ("سعد", "Saad")]
)
def test_arab_name_is_spelt_as_its_bearers_spell_it(word: str, latin: str) -> None:
    spelt = arab_name(word)
    assert spelt.latin == latin and spelt.people > 0


def test_arab_name_without_bearers_is_transliterated_with_vowels() -> None:
    spelt = arab_name("المريحيل")
    assert known_spelling("المريحيل") is None and spelt.people == 0
    assert spelt.latin.startswith("al-M") and spelt.latin.isascii()
