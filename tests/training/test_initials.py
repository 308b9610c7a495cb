"""What the plain text says of first letters."""

from __future__ import annotations

from graph_builder.training.initials import counted, own_initials, whole_words


def test_a_first_letter_is_the_words_own_if_the_rest_is_rare() -> None:
    articles = ["بكين وبغداد لندن والقدس "] * 20 + ["بغداد "] * 9 + ["كين "] * 6 + ["بلاتر "] * 9
    assert own_initials(counted(articles)) == ["بكين", "لندن"]


def test_a_word_is_never_split_if_the_rest_does_not_occur_even_behind_an_article() -> None:
    articles = ["فهد وكيل برنامج ليس ببغداد "] * 40 + ["الكيل يس بغداد "] * 3 + ["هد "]
    assert whole_words(counted(articles)) == ["برنامج", "فهد"]
    assert "وكيل" in own_initials(counted(articles))
