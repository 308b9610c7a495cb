"""Names with and without words that distinguish nothing."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import Country
from graph_builder.resolve.optional_words import cut_short, facility, official_country


def _code(country: Country | None) -> str | None:
    return country.code if country else None


def test_facility_leaves_out_adjectives_after_its_name_only() -> None:
    assert facility(fold("مطار عدن الدولي")) == fold("مطار عدن")
    assert facility(fold("قاعدة العند العسكرية الجوية")) == fold("قاعدة العند")
    assert facility(fold("معبر رفح البري")) == fold("معبر رفح")
    for name in ("القاعدة الجوية", "مستشفى الملك فهد العام", "الجامعة الدولية", "مطار الملك خالد"):
        assert facility(fold(name)) == fold(name)


def test_official_country_by_adjective_or_name() -> None:
    assert _code(official_country(fold("الجمهورية التونسية"))) == "TN"
    assert _code(official_country(fold("جمهورية ألمانيا الاتحادية"))) == "DE"
    assert _code(official_country(fold("جمهورية اليمن"))) == "YE"
    for name in ("الدولة الإسلامية", "دولة الاحتلال", "الجمهورية", "مدينة تونس", "جمهورية القرم"):
        assert official_country(fold(name)) is None


def _cut_short(*names: str, plain: tuple[str, ...] | None = None) -> dict[str, str]:
    """What the names of one article shorten; they are their own keys."""
    folded = {fold(name): name for name in names}
    found = cut_short({"a": folded}, {"a": set(map(fold, names if plain is None else plain))})
    return {folded[name]: key for (_, name), key in found.items()}


def test_cut_short_is_the_only_longer_name_of_the_article() -> None:
    pkk, relief = "حزب العمال الكردستاني", "مركز الملك سلمان للإغاثة"
    assert _cut_short("حزب العمال", pkk, "مركز الملك سلمان", relief) == {
        "حزب العمال": pkk,
        "مركز الملك سلمان": relief,
    }
    assert _cut_short("حزب العمال", pkk, "حزب العمال الشيوعي") == {}
    assert _cut_short("المرصد", "المرصد السوري") == {}
    assert _cut_short("حزب العمال", pkk, plain=(pkk,)) == {}


def test_cut_short_leaves_out_words_after_the_head() -> None:
    media, lost = "الهيئة العامة للإعلام المرئي", "هيئة الإعلام المرئي"
    assert _cut_short(lost, media) == {lost: media}
    assert _cut_short("جمعية الثقافة والفنون", "الجمعية العربية السعودية للثقافة والفنون")
    assert _cut_short("القوات العراقية", "القوات الأمنية العراقية") == {}
    assert _cut_short("لجنة التعليم", "هيئة التعليم العالي") == {}


def test_cut_short_leaves_out_some_heads_alone() -> None:
    assert _cut_short("العدل", "وزارة العدل") == {"العدل": "وزارة العدل"}
    assert _cut_short("النهضة", "حركة النهضة", "العمل", "مكتب العمل") == {"النهضة": "حركة النهضة"}
