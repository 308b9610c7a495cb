"""Matching of extracted spans, entities and relations with the gold."""

from __future__ import annotations

from graph_builder.evaluation.extracted import ExtractedBuild, RelationSentence
from graph_builder.evaluation.gold import Gold, Marked, triple
from graph_builder.evaluation.score import compared, scores

_SYMMETRIC = frozenset({"consult"})
_GOLD = Gold(
    {"a": "x" * 100},
    (Marked("a", 0, 10, "PER", "one"), Marked("a", 20, 30, "PER", "one"), Marked("a", 40, 50, "LOC", "two")),
    {triple("a", "two", "consult", "one", _SYMMETRIC): "", triple("a", "one", "present_in", "two", _SYMMETRIC): ""},
)


def _figures(
    mentions: tuple[Marked, ...], statements: tuple[RelationSentence, ...] = ()
) -> dict[str, tuple[float, float]]:
    found = scores(compared(_GOLD, ExtractedBuild(mentions, statements, {}), _SYMMETRIC))
    return {name: (round(score.precision, 3), round(score.recall, 3)) for name, score in found.items()}


def test_score_span_is_exact_partial_or_missed() -> None:
    mentions = (Marked("a", 0, 10, "PER", "E"), Marked("a", 22, 30, "PER", "E"), Marked("a", 46, 56, "LOC", "F"))
    figures = _figures(mentions)
    assert figures["exact"] == (0.333, 0.333) and figures["mention"] == (0.667, 0.667)
    assert figures["entity"] == (0.667, 0.667)


def test_score_split_entity_loses_recall_and_merged_one_precision() -> None:
    apart = tuple(Marked(m.article, m.start, m.end, m.kind, str(n)) for n, m in enumerate(_GOLD.mentions))
    joined = tuple(Marked(m.article, m.start, m.end, m.kind, "E") for m in _GOLD.mentions)
    assert _figures(apart)["entity"] == (1.0, 0.667)
    assert _figures(joined)["entity"] == (0.556, 1.0)


def test_score_symmetric_relation_has_no_direction_and_pair_no_predicate() -> None:
    mentions = tuple(Marked(m.article, m.start, m.end, m.kind, m.entity.upper()) for m in _GOLD.mentions)
    statements = (
        RelationSentence("a", "TWO", "consult", "ONE", 0, 9, 0.8, "verb_order"),
        RelationSentence("a", "ONE", "support", "ELSE", 0, 9, 0.6, "stance"),
    )
    figures = _figures(mentions, statements)
    assert figures["relation"] == (0.5, 0.5) and figures["pair"] == (0.5, 1.0)
