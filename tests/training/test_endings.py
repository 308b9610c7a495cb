"""Usual endings, counted in plain text."""

from __future__ import annotations

from graph_builder.training.endings import usual_endings


def test_endings_spelling_is_usual_if_the_other_is_rare() -> None:
    articles = ["الحكومة كتابة في "] * 40 + ["الحكومه كتابه فى "] * 2 + ["كتابه "] * 30 + ["سفينة "] * 5
    assert usual_endings(articles) == ["الحكومة", "في"]
