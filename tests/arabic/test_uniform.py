"""Uniform characters, one for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.arabic.uniform import uniform


@given(st.text())
def test_uniform_keeps_the_length(text: str) -> None:
    assert len(uniform(text)) == len(text)


@given(st.text())
def test_uniform_is_idempotent(text: str) -> None:
    assert uniform(uniform(text)) == uniform(text)


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("«نعم» و“لا” و„ربما“", '"نعم" و"لا" و"ربما"'),
        ("٢٠٢٤ و۲۰۲۴", "2024 و2024"),
        ("نعم، لا؛ كم؟ ٥٪", "نعم, لا; كم? 5%"),
        ("حلب – دمشق — حمص", "حلب - دمشق - حمص"),
        ("ایران", "ايران"),
        ("سوريا", "سوريا"),
    ],
)
def test_uniform_unites_equivalent_characters(typed: str, one: str) -> None:
    assert uniform(typed) == one
