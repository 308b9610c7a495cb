"""Initials, counted in plain text."""

from __future__ import annotations

from graph_builder.training.initials import counted, own_initials, whole_words


def test_initials_letter_is_of_the_word_if_the_rest_is_rare() -> None:
    articles = ["بكين وبغداد لندن والقدس "] * 20 + ["بغداد "] * 9 + ["كين "] * 6 + ["بلاتر "] * 9
    assert own_initials(counted(articles)) == ["بكين", "لندن"]


def test_initials_word_is_whole_if_the_rest_does_not_occur() -> None:
    articles = ["فهد وكيل برنامج ليس ببغداد "] * 40 + ["الكيل يس بغداد "] * 3 + ["هد "]
    assert whole_words(counted(articles)) == ["برنامج", "فهد"]
    assert "وكيل" in own_initials(counted(articles))
