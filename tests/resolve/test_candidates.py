"""Candidates: BIOES tags as spans, well-formed or not."""

from __future__ import annotations

import pytest

from graph_builder.core.values import Sentence, Token, Word
from graph_builder.resolve.candidates import tagged
from graph_builder.syntax import Tree


def _tree(labels: list[str], words: int = 1) -> Tree:
    word = Word("ا", "ا", "PROPN", "", 0, "dep")
    tokens = tuple(Token(4 * i, 4 * i + 3, (word,) * words, label) for i, label in enumerate(labels))
    return Tree(Sentence(0, tokens[-1].end, tokens), "ااا " * len(labels))


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["O", "O"], []),
        (["S-PER", "S-LOC"], [(1, 1, "PER"), (2, 2, "LOC")]),
        (["B-PER", "I-PER", "E-PER", "O"], [(1, 3, "PER")]),
        (["B-ORG", "E-ORG", "B-ORG", "E-ORG"], [(1, 2, "ORG"), (3, 4, "ORG")]),
        (["S-GPE", "S-PERS", "S-FAC"], [(1, 1, "LOC"), (2, 2, "PER"), (3, 3, "LOC")]),
        (["B-PER"], [(1, 1, "PER")]),
        (["B-PER", "O"], [(1, 1, "PER")]),
        (["I-PER", "E-PER"], [(1, 2, "PER")]),
        (["B-PER", "I-LOC"], [(1, 1, "PER"), (2, 2, "LOC")]),
        (["B-PER", "B-PER"], [(1, 1, "PER"), (2, 2, "PER")]),
        (["S-MISC"], [(1, 1, None)]),
    ],
)
def test_candidates_from_bioes_tags(labels: list[str], spans: list[tuple[int, int, str | None]]) -> None:
    assert [(c.first, c.last, c.kind) for c in tagged(_tree(labels), 7)] == spans
    assert all(c.sentence == 7 for c in tagged(_tree(labels), 7))


def test_candidate_holds_every_word_of_its_tokens() -> None:
    (candidate,) = tagged(_tree(["O", "B-PER", "E-PER"], words=2), 0)
    assert (candidate.first, candidate.last, len(candidate)) == (3, 6, 4)
