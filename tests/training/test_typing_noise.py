"""Typing noise: each kind, and all together."""

from __future__ import annotations

import random

import pytest

from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.uniform import uniform
from graph_builder.training import typing_noise as habits


@pytest.mark.parametrize(
    ("habit", "word", "typed"),
    [
        ("no hamza", "إلى", "الى"),
        ("ى for ي", "السوري", "السورى"),
        ("ي for ى", "على", "علي"),
        ("ه for ة", "الحكومة", "الحكومه"),
        ("marks", "فعليا", "فعليّاً"),
        ("tatweel", "سوريا", "ســـوريا".replace("ـــ", "ــ")),
        ("eastern digits", "2024", "٢٠٢٤"),
    ],
)
def test_typing_noise_of_each_kind(habit: str, word: str, typed: str) -> None:
    assert habits.WORDS[habit](word) == typed


@pytest.mark.parametrize("habit", ["marks", "tatweel", "eastern digits"])
def test_typing_noise_of_unseen_kinds_leaves_no_trace(habit: str) -> None:
    for word in ("فعليا", "سوريا", "2024", "الاستراتيجي", "قتلى"):
        assert uniform(without_marks(habits.WORDS[habit](word))) == word


def test_typing_noise_quotations_keep_their_words() -> None:
    text = 'قال "نعم" ثم "لا".'
    typed = habits.any_quotes(text, random.Random(1))
    assert typed != text and uniform(typed).replace("'", '"') == text


def test_typing_noise_full_stop_without_space() -> None:
    assert habits.no_space_after_stop("قبل أعوام. وقال ذلك. 5 منهم") == "قبل أعوام.وقال ذلك. 5 منهم"


def test_typing_noise_is_deterministic() -> None:
    for seed in range(20):
        retype = habits.typing_noise(random.Random(seed))
        words = ["إلى", "السوري", "على", "الحكومة"]
        assert [retype(word) for word in words] == [retype(word) for word in words]
        assert [retype(word) for word in words] != words or retype("أن") != "أن" or retype("آخر") != "آخر"
