"""The sentences of the page, and the mentions in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from graph_builder.core.values import Evidence, Knowledge, Span


class Name(NamedTuple):
    """A mention in a sentence: offsets from the start of the sentence, and the index of its entity."""

    start: int
    end: int
    entity: int


def evidence_sentence(evidence: Evidence) -> Span:
    """Return the sentence of a piece of evidence."""
    return Span(evidence.document, evidence.start, evidence.end)


def names_in(sentences: Iterable[Span], knowledge: Knowledge) -> Mapping[Span, Sequence[Name]]:
    """Return the mentions in each sentence, in the order of the text."""
    names: dict[str, list[Name]] = defaultdict(list)
    for index, entity in enumerate(knowledge.entities):
        for mention in entity.mentions:
            names[mention.document].append(Name(mention.start, mention.end, index))
    for those in names.values():
        those.sort()
    return {sentence: _within(sentence, names[sentence.document]) for sentence in sentences}


def _within(sentence: Span, names: Sequence[Name]) -> list[Name]:
    first = bisect_left(names, sentence.start, key=lambda name: name.start)
    inside = takewhile(lambda name: name.end <= sentence.end, names[first:])
    return [Name(name.start - sentence.start, name.end - sentence.start, name.entity) for name in inside]
