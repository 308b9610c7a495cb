"""Labels: every value of a closed list has one in both languages."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

import pytest

from graph_builder.arabic.fold import has_arabic
from graph_builder.core.values import Kind, Modality, Polarity
from graph_builder.lexicon import labels
from graph_builder.relate.extractions import CONFIDENCE
from graph_builder.resolve.clusters import SCORES


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("kinds", get_args(Kind)),
        ("many", get_args(Kind)),
        ("polarities", get_args(Polarity)),
        ("modalities", get_args(Modality)),
        ("merge_rules", SCORES),
        ("relation_rules", CONFIDENCE),
    ],
)
def test_labels_are_complete_and_none_is_unused(table: str, words: Collection[str]) -> None:
    labelled = getattr(labels(), table)
    assert set(labelled) == set(words)
    assert all(has_arabic(label.arabic) and not has_arabic(label.english) for label in labelled.values())
