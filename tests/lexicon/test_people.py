"""Words around the names of people: offices and clitic-like names."""

from __future__ import annotations

from graph_builder.lexicon import people


def test_people_offices_of_state_are_offices() -> None:
    assert people().state_offices <= people().offices


def test_people_former_offices_are_not_future() -> None:
    assert not people().former & people().coming


def test_people_clitic_like_names_begin_with_a_clitic() -> None:
    assert {name[0] for name in people().like_clitics} <= set("وفبلك")
