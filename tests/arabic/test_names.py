"""The parts of a person's name, particles with what they belong to."""

from __future__ import annotations

import pytest

from graph_builder.arabic.names import name_parts

_PARTICLES = frozenset({"عبد", "ابو", "بن", "ال"})


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("سامي الحداد", ("سامي", "الحداد")),
        ("علي عبد الله صالح", ("علي", "عبد الله", "صالح")),
        ("عبد الله", ("عبد الله",)),
        ("احمد بن ناصر", ("احمد", "بن ناصر")),
        ("ابو بكر", ("ابو بكر",)),
        ("خالد بن عبد العزيز", ("خالد", "بن عبد العزيز")),
        ("سامي بن", ("سامي", "بن")),
        ("  سامي   الحداد ", ("سامي", "الحداد")),
        ("", ()),
    ],
)
def test_names_particles_stay_with_their_noun(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name, _PARTICLES) == parts
