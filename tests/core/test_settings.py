"""Settings are documented in one place, which the command line shows."""

from __future__ import annotations

from dataclasses import fields

import pytest

from graph_builder.core.settings import RdfOptions, Selection, Settings, description
from tests.support.command import graph_builder


@pytest.mark.parametrize("settings", [Settings, Selection, RdfOptions])
def test_settings_are_documented_in_a_sentence_each(settings: type) -> None:
    for field in fields(settings):
        text = description(settings, field.name)
        assert text.endswith(".") and text[0].isupper() and "`" not in text and "None" not in text, field.name


def test_settings_unknown_have_no_description() -> None:
    assert description(Settings, "colour") == ""


def test_settings_help_of_build_is_their_documentation() -> None:
    shown = " ".join(graph_builder("build", "--help", env={"COLUMNS": "300"}).stdout.split())
    for settings, hidden in ((Settings, {"columns", "selection", "rdf"}), (Selection, set()), (RdfOptions, set())):
        for field in fields(settings):
            assert field.name in hidden or description(settings, field.name) in shown, field.name
