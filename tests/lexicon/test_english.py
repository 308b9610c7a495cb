"""English names of organizations."""

from __future__ import annotations

import pytest

from graph_builder.lexicon import english_organization


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
        ("الاتحاد السعودي لكرة القدم", "Saudi Football Federation"),
        ("الهيئة العامة للإعلام المرئي والمسموع", "General Authority for Audiovisual Media"),
        ("جامعة الملك سعود", "King Saud University"),
        ("مركز الملك فهد الثقافي", "King Fahd Cultural Centre"),
        ("وزارة التعليم العالي", "Ministry of Higher Education"),
        ("نادي الهلال", "Al-Hilal Club"),
        ("نادي الشباب", "Al-Shabab Club"),
        ("أمانة منطقة الرياض", "Riyadh Regional Municipality"),
        ("المحكمة الجزائية", "Criminal Court"),
        ("الغرفة التجارية الصناعية بأبها", "Abha Chamber of Commerce and Industry"),
        ("شركة أرامكو", "Aramco Company"),
        ("مجلس الشؤون الاقتصادية والتنمية", "Council of Economic and Development Affairs"),
        ("لجنة الفنون التشكيلية", "Fine Arts Committee"),
        ("مجلس إدارة النادي الأدبي", "Board of Directors of the Literary Club"),
        ("الجيش الوطني والمقاومة الشعبية", "National Army and Popular Resistance"),
        ("كلية الطب بجامعة الملك سعود", "Faculty of Medicine at King Saud University"),
        ("صحيفة الحياة", "Al-Hayat Newspaper"),
        ("صندوق تنمية الموارد البشرية", "Human Resources Development Fund"),
        ("اللجنة الوطنية التجارية", "National Commercial Committee"),
        ("اللجنة التابعة للجامعة", "Committee of the University"),
        ("إن بي إس", "NBS"),
        ("الهلال السعودي", "Saudi Al-Hilal"),
        ("الهلال الأحمر السعودي", "Saudi Red Crescent"),
        ("قسم الشرق الأوسط", "Middle East Department"),
        ("تويتر", "Twitter"),
        ("حزب الله", "Hezbollah"),
        ("وقوات الأمن", "Security Forces"),
    ],
)
def test_english_name_translates_known_words(name: str, english: str) -> None:
    assert english_organization(name) == (english, False)


@pytest.mark.parametrize(("name", "start"), [("مركز المريحيل", "Al-M"), ("الجيش المريحيل", "")])
def test_english_name_transliterates_unknown_words(name: str, start: str) -> None:
    english, made = english_organization(name)
    assert made and english.startswith(start) and english.split()[-1] in ("Centre", "Army")


@pytest.mark.parametrize("name", ["", "السوري", "للجيش", "و", "في", "بن", "والجيش في", "والجيش", "B52"])
def test_english_name_of_any_text_is_returned(name: str) -> None:
    assert english_organization(name)[0].isascii()


def test_english_name_takes_cities_from_the_caller() -> None:
    assert english_organization("شرطة كركزستان", {"كركزستان": "Karkazstan"}.get) == ("Karkazstan Police", False)
