from __future__ import annotations

import pytest

from graph_builder.lexicon import english_body


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("الجيش الليبي", "Libyan Army"),
        ("الجيش العربي السوري", "Syrian Arab Army"),
        ("وزارة الدفاع الروسية", "Russian Ministry of Defence"),
        ("قيادة الجيش اللبناني", "Command of the Lebanese Army"),
        ("القيادة العامة للجيش العراقي", "General Command of the Iraqi Army"),
        ("مجلس الأمن القومي الأميركي", "American National Security Council"),
        ("رئاسة الوزراء", "Prime Ministry"),
        ("القوات المسلحة المصرية", "Egyptian Armed Forces"),
        ("هيئة أركان القوات المسلحة", "General Staff of the Armed Forces"),
        ("البنك المركزي الأردني", "Jordanian Central Bank"),
        ("الشّرطة الفرنسيّة", "French Police"),
    ],
)
def test_a_body_is_called_what_its_words_mean(name: str, english: str) -> None:
    assert english_body(name) == english


@pytest.mark.parametrize("name", ["مركز حميميم", "السوري", "حزب الله", "", "الجيش الأزرق", "للجيش"])
def test_a_name_with_a_word_that_is_not_known_is_not_guessed(name: str) -> None:
    assert english_body(name) is None
