"""Sentences that state relations, on one line, for display."""

from __future__ import annotations

from graph_builder.arabic.normalized import on_one_line
from graph_builder.core.values import Evidence


def parts(evidence: Evidence, text: str) -> tuple[str, str, str]:
    """Return a sentence of a text on one line, in three parts: before its trigger, the trigger, and after it."""
    end = evidence.trigger_start + len(evidence.trigger)
    split = (text[evidence.start : evidence.trigger_start], evidence.trigger, text[end : evidence.end])
    before, trigger, after = (on_one_line(f"|{part}|")[1:-1] for part in split)
    return before, trigger, after
