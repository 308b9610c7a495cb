"""The sentences a page shows: where they lie in the texts, what they mention, and where in them a trigger stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from graph_builder.values import Document, Evidence, Knowledge, Mention

# Where a sentence may end; a point inside a number or an address is followed by no space.
_STOP = re.compile(r"[.!?؟…](?=\s)|\n")
# How far a sentence without stops is shown around the names in it, in code points.
_REACH = 400


class Passage(NamedTuple):
    """A stretch of a document's text, in code points; the end is exclusive."""

    document: str
    start: int
    end: int


class Name(NamedTuple):
    """A mention in a passage: offsets from the passage's start, and the index of its entity."""

    start: int
    end: int
    entity: int


def evidence_passage(evidence: Evidence) -> Passage:
    """Where a piece of evidence stands."""
    return Passage(evidence.document, evidence.start, evidence.end)


def mention_passages(knowledge: Knowledge) -> dict[Mention, Passage]:
    """The sentence around every mention; mentions of one sentence have the same passage.

    A sentence that is evidence has its exact bounds. Mentions know their sentence only by number, so any other one
    is taken to reach from the stop before its first name to the stop after its last, never into the next sentence's.
    """
    documents = {document.id: document for document in knowledge.documents}
    known: dict[str, set[Passage]] = defaultdict(set)
    for relation in knowledge.relations:
        for evidence in relation.evidence:
            known[evidence.document].add(evidence_passage(evidence))
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for entity in knowledge.entities:
        for mention in entity.mentions:
            mentions[mention.document].append(mention)
    found: dict[Mention, Passage] = {}
    for document, those in sorted(mentions.items()):
        found |= _in_document(documents[document], those, sorted(known[document]))
    return found


def _in_document(document: Document, mentions: Iterable[Mention], known: Sequence[Passage]) -> dict[Mention, Passage]:
    sentences: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        sentences[mention.sentence].append(mention)
    spans = [(min(m.start for m in sentences[n]), max(m.end for m in sentences[n])) for n in sorted(sentences)]
    edges = [(0, 0), *spans, (len(document.text), len(document.text))]
    found: dict[Mention, Passage] = {}
    for index, number in enumerate(sorted(sentences)):
        start, end = spans[index]
        passage = next((p for p in known if p.start <= start and end <= p.end), None)
        if passage is None:
            passage = _around(document, (start, end), (edges[index][1], edges[index + 2][0]))
        found |= dict.fromkeys(sentences[number], passage)
    return found


def _around(document: Document, span: tuple[int, int], bounds: tuple[int, int]) -> Passage:
    text = document.text
    first = min(span[0], max(bounds[0], span[0] - _REACH))
    last = max(span[1], min(bounds[1], span[1] + _REACH))
    before = [match.end() for match in _STOP.finditer(text, first, span[0])]
    after = _STOP.search(text, span[1], last)
    start, end = before[-1] if before else first, after.end() if after else last
    blank_before = len(text[start : span[0]]) - len(text[start : span[0]].lstrip())
    return Passage(document.id, start + blank_before, max(span[1], start + len(text[start:end].rstrip())))


def names_in(passages: Iterable[Passage], knowledge: Knowledge) -> dict[Passage, list[Name]]:
    """What each passage names, in the order of the text."""
    names: dict[str, list[Name]] = defaultdict(list)
    for index, entity in enumerate(knowledge.entities):
        for mention in entity.mentions:
            names[mention.document].append(Name(mention.start, mention.end, index))
    for those in names.values():
        those.sort()
    return {passage: _within(passage, names[passage.document]) for passage in passages}


def _within(passage: Passage, names: Sequence[Name]) -> list[Name]:
    first = bisect_left(names, passage.start, key=lambda name: name.start)
    inside = takewhile(lambda name: name.start < passage.end, names[first:])
    return [Name(n.start - passage.start, n.end - passage.start, n.entity) for n in inside if n.end <= passage.end]


def trigger_spans(sentence: str, trigger: str, near: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Where a trigger stands in a sentence, as (start, end); a trigger whose words stand apart has several.

    `near` holds where the subject is named and where the object is: of several occurrences the one closest to both is
    meant. Empty if the trigger is not in the sentence.
    """
    whole = _closest(sentence, trigger, near)
    if whole is not None:
        return [whole]
    spans = {_closest(sentence, word, near) for word in trigger.split()}
    return sorted(span for span in spans if span is not None)


def _closest(sentence: str, words: str, near: Sequence[Sequence[int]]) -> tuple[int, int] | None:
    if not words.strip():
        return None
    pattern = re.escape(words.strip())
    found = [m.span() for m in re.finditer(rf"\b{pattern}\b", sentence)] or [
        m.span() for m in re.finditer(pattern, sentence)
    ]

    def distance(span: tuple[int, int]) -> int:
        return sum(min(abs(place - span[0]) for place in places) for places in near if places)

    return min(found, key=lambda span: (distance(span), span), default=None)
