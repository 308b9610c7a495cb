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


def test_cut_short_is_the_only_longer_name_of_the_article() -> None:
    names = {
        "one": {"حزب العمال", "حزب العمال الكردستاني", "مركز الملك سلمان", "مركز الملك سلمان للاغاثه"},
        "two": {"حزب العمال", "حزب العمال الكردستاني", "حزب العمال الشيوعي"},
        "three": {"الجيش الوطني", "الجيش الوطني الليبي", "المرصد", "المرصد السوري"},
    }
    assert cut_short(names) == {
        ("one", "حزب العمال"): "حزب العمال الكردستاني",
        ("one", "مركز الملك سلمان"): "مركز الملك سلمان للاغاثه",
    }
