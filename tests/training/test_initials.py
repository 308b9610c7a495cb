"""What the plain text says of first letters."""

from __future__ import annotations

from graph_builder.training.initials import own_initials


def test_a_first_letter_is_the_words_own_if_the_rest_is_rare() -> None:
    articles = ["بكين وبغداد لندن والقدس "] * 20 + ["بغداد "] * 9 + ["كين "] * 6 + ["بلاتر "] * 9
    assert own_initials(articles) == ["بكين", "لندن"]
