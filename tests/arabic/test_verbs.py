"""Verb forms without vowels."""

from __future__ import annotations

from graph_builder.arabic.verbs import accusative_participles, first_persons, imperfects, perfects


def test_verbs_third_persons_of_the_perfect() -> None:
    assert perfects("أكد") == {"اكد", "اكدت", "اكدوا", "اكدا", "اكدتا"}
    assert perfects("التقى") == {"التقي", "التقت", "التقوا", "التقتا", "التقيا"}


def test_verbs_first_persons_are_no_third() -> None:
    assert first_persons("ناقش") == {"ناقشنا"}
    assert first_persons("التقى") == {"التقيت", "التقينا"}
    assert first_persons("زار") == {"زرنا"}


def test_verbs_imperfects_of_every_kind_of_verb() -> None:
    assert {"يهاجم", "تهاجم", "يهاجمون"} <= imperfects("هاجم")
    assert {"يلتقي", "تلتقي", "يلتقون", "تلتقيان"} <= imperfects("التقى") and "يلتقيون" not in imperfects("التقى")
    assert {"يقود", "يقودون"} <= imperfects("قاد") and "يزور" in imperfects("زار")
    assert "يصف" in imperfects("وصف") and "يوافق" in imperfects("وافق")
    assert "يستعيد" in imperfects("استعاد") and "يشيد" in imperfects("أشاد") and "يغتال" in imperfects("اغتال")
    assert "يدعو" in imperfects("دعا") and "يدعون" in imperfects("دعا") and "يشن" in imperfects("شن")


def test_verbs_participles_of_derived_verbs_only() -> None:
    assert accusative_participles("أشاد") == {"مشيدا"} and accusative_participles("طالب") == {"مطالبا"}
    assert accusative_participles("انتقد") == {"منتقدا"} and accusative_participles("استنكر") == {"مستنكرا"}
    assert not accusative_participles("كتب")
