"""Words around the names of people."""

from __future__ import annotations

from graph_builder.lexicon import people


def test_offices_of_a_state_are_offices() -> None:
    assert people().state_offices <= people().offices


def test_offices_that_are_over_are_not_to_come() -> None:
    assert not people().former & people().coming


def test_names_that_begin_like_a_clitic_begin_with_one() -> None:
    assert {name[0] for name in people().like_clitics} <= set("وفبلك")
