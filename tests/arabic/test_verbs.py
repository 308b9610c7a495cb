"""Verb forms without vowels."""

from __future__ import annotations

from graph_builder.arabic.verbs import first_persons, perfects


def test_verbs_third_persons_of_the_perfect() -> None:
    assert perfects("أكد") == {"اكد", "اكدت", "اكدوا", "اكدا", "اكدتا"}
    assert perfects("التقى") == {"التقي", "التقت", "التقوا", "التقتا", "التقيا"}


def test_verbs_first_persons_are_no_third() -> None:
    assert first_persons("ناقش") == {"ناقشنا"}
    assert first_persons("التقى") == {"التقيت", "التقينا"}
    assert first_persons("زار") == {"زرنا"}
