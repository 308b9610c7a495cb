"""Sentence splitting."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.sentences import sentences

_TEXTS = st.text(st.sampled_from('كلمة سلام.؟!…»«"”“)( \t،1د'), max_size=80)


@settings(deadline=None)
@given(_TEXTS)
def test_sentences_hold_every_character_once_in_order(text: str) -> None:
    found = list(sentences(text))
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    bounds = [bound for pair in found for bound in pair]
    assert bounds == sorted(bounds)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير ذلك.|وأضاف أن الجسر مفتوح.",
        "كم عددهم؟|لا أحد يعلم!|هكذا قال.",
        "خلال 5 أعوام.|وقال أمين المجلس إن ذلك كثير.",  # written without the space
        "«جئنا اليوم. سنعود غدا» كما قال.|ثم ذهب.",
        "قال «جئنا اليوم. سنعود غدا.»|وأضاف أنه متعب.",
        'قال "جئنا. سنعود."|وأضاف "نعم".|ثم ذهب.',
        "بلغ الثمن 3.5 مليون دولار.|وهذا كثير.",
        "كلفته 8. 45 مليون.|وهذا كثير.",
        "وصل د. سامي الحداد ود.محمد علي.|ثم عادا.",
        "نقلت أ.ف.ب. عن مصدر ذلك.|ولم تسمه.",
        "باعت بي. إم. دبليو سيارات.|وربحت.",
        "في عام 1990 م.|وبعدها عاد.",
        "دمشق 2 ديسمبر 2024 (شينخوا) اعتبر الرئيس أن ذلك مهم.|وزاد.",
        "الأخبار على www.example.com اليوم.|وغدا.",
        "انتظر قليلا... ثم ذهب.|ولم يعد.",
        "حلب.. مدينة تعود.|ومدينة تنتظر.",
        "أين كانوا؟، وكيف عادوا؟|لا أحد يعلم.",
        "انتهى البيان .|وعاد الوفد (مساء أمس. ولم يتأخر).|ونام.",
        "وذكرت وكالة ((سانا)).|واعتبر أن ذلك مهم.",
        "لا تميل إلى الضغط”.|وقال الأسد ذلك.",  # a quotation that nothing opens
        "قال “جئنا ولم يجدوا أحدا.|ثم ذهب.",  # and one that nothing closes
        "1. البند الأول من الاتفاق.|ثم البند الثاني.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    parts = text.split("|")
    # The space that stood at the bar, but where the text says that there was none.
    joined = parts[0] + "".join(("" if "أعوام" in before else " ") + part for before, part in itertools.pairwise(parts))
    assert [joined[a:b] for a, b in sentences(joined)] == parts


@pytest.mark.parametrize("text", ["", "   "])
def test_sentences_of_blank_paragraph_are_none(text: str) -> None:
    assert list(sentences(text)) == []


def test_sentences_of_punctuation_are_one() -> None:
    assert [("...")[a:b] for a, b in sentences("...")] == ["..."]
