"""Words whose first letter looks like a clitic."""

from __future__ import annotations

from graph_builder.lexicon import own_initials, whole_words
from graph_builder.lexicon.load import load
from graph_builder.syntax import CLITICS


def test_initials_words_begin_with_the_letter_of_a_clitic() -> None:
    assert all(word[0] in CLITICS for word in own_initials())
    assert all(word[0] in CLITICS | {"س"} for word in whole_words())


def test_initials_words_are_listed_once() -> None:
    listed = load("whole.yaml", dict[str, list[str]])["words"]
    assert len(listed) == len(set(listed)) and {"ولي", "فيصل", "فهد", "لافروف"} <= whole_words()
