"""The differences as tables, whose columns are documented in the page "Comparing" of the documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph_builder.arabic.normalized import on_one_line
from graph_builder.compare.values import Both, Comparison, Frequency, Match, Quote, Retold, Telling
from graph_builder.core.values import Document

Row: TypeAlias = dict[str, Any]

_JOINT = " | "
_FREQUENCY = ("change", "beyond_chance", "articles_a", "articles_b", "share_a", "share_b", "g2", "p", "q")
_EVIDENCE = tuple(f"{name}_{side}" for side in "ab" for name in ("sentence", "title", "published", "source"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a comparison: its columns, and what makes its rows."""

    columns: tuple[str, ...]
    rows: Callable[[Comparison], list[Row]]


def _entities(comparison: Comparison) -> list[Row]:
    quoted = _quoting(comparison)
    return [
        {
            **_one(each.of.match, ""),
            **_frequency(each.frequency),
            **_both("mentions", each.of.mentions),
            **_both("mentions_per_article", _shares(each.of.mentions, comparison)),
            **_both("rank", each.of.ranks),
            "match": each.of.match.reason,
            "match_detail": each.of.match.detail,
            **quoted(each.quotes),
        }
        for each in comparison.entities
    ]


def _pairs(comparison: Comparison) -> list[Row]:
    quoted = _quoting(comparison)
    return [
        {
            **_one(each.of.first, "first_"),
            **_one(each.of.second, "second_"),
            **_frequency(each.frequency),
            **_both("sentences", each.of.sentences),
            **_both("npmi", each.of.npmi),
            **quoted(each.quotes),
        }
        for each in comparison.pairs
    ]


def _relations(comparison: Comparison) -> list[Row]:
    quoted = _quoting(comparison)
    return [
        {
            **_one(each.of.subject, "subject_"),
            "predicate": each.of.predicate,
            **_one(each.of.object, "object_"),
            "polarity": each.of.polarity,
            **_frequency(each.frequency),
            **_both("sentences", each.of.sentences),
            **_both("modality", (_JOINT.join(each.of.modalities[0]), _JOINT.join(each.of.modalities[1]))),
            **_both("confidence", each.of.confidence),
            **quoted(each.quotes),
        }
        for each in comparison.relations
    ]


def _retold(comparison: Comparison) -> list[Row]:
    quoted = _quoting(comparison)
    return [
        {
            **_one(each.subject, "subject_"),
            "predicate": each.predicate,
            **_one(each.object, "object_"),
            "differing": " ".join(each.differing),
            "opposed": " ".join(each.opposed),
            **_tellings(each, comparison.matches),
            **quoted(each.quotes),
        }
        for each in comparison.retold
    ]


def _entity_columns(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}{name}" for name in ("name", "name_latin", "kind", "id_a", "id_b"))


TABLES: Mapping[str, Table] = {
    "entities": Table(
        (
            *_entity_columns(""),
            *_FREQUENCY,
            *("mentions_a", "mentions_b", "mentions_per_article_a", "mentions_per_article_b", "rank_a", "rank_b"),
            *("match", "match_detail"),
            *_EVIDENCE,
        ),
        _entities,
    ),
    "pairs": Table(
        (
            *_entity_columns("first_"),
            *_entity_columns("second_"),
            *_FREQUENCY,
            *("sentences_a", "sentences_b", "npmi_a", "npmi_b"),
            *_EVIDENCE,
        ),
        _pairs,
    ),
    "relations": Table(
        (
            *_entity_columns("subject_"),
            "predicate",
            *_entity_columns("object_"),
            "polarity",
            *_FREQUENCY,
            *("sentences_a", "sentences_b", "modality_a", "modality_b", "confidence_a", "confidence_b"),
            *_EVIDENCE,
        ),
        _relations,
    ),
    "retold": Table(
        (
            *_entity_columns("subject_"),
            "predicate",
            *_entity_columns("object_"),
            *("differing", "opposed", "polarity_a", "polarity_b", "modality_a", "modality_b", "by_a", "by_b"),
            *_EVIDENCE,
        ),
        _retold,
    ),
}


def _one(match: Match, prefix: str) -> Row:
    shown = match.shown
    return {
        f"{prefix}name": shown.name,
        f"{prefix}name_latin": shown.name_latin,
        f"{prefix}kind": shown.kind,
        f"{prefix}id_a": match.a.id if match.a else None,
        f"{prefix}id_b": match.b.id if match.b else None,
    }


def _frequency(frequency: Frequency) -> Row:
    return {
        "change": frequency.change,
        "beyond_chance": frequency.beyond_chance,
        **_both("articles", frequency.articles),
        **_both("share", frequency.share),
        "g2": frequency.g2,
        "p": frequency.p,
        "q": frequency.q,
    }


def _both(name: str, values: Both[Any]) -> Row:
    return {f"{name}_a": values[0], f"{name}_b": values[1]}


def _shares(numbers: Both[int], comparison: Comparison) -> Both[float]:
    a, b = (
        round(number / len(side.knowledge.documents), 6) for number, side in zip(numbers, comparison.sides, strict=True)
    )
    return a, b


def _tellings(each: Retold, matches: Sequence[Match]) -> Row:
    def joined(values: Iterable[str]) -> str:
        return _JOINT.join(sorted(set(values)))

    def by(telling: Telling) -> str:
        return "" if telling.speaker < 0 else matches[telling.speaker].shown.name

    row: Row = {}
    for side, tellings in zip("ab", each.tellings, strict=True):
        row[f"polarity_{side}"] = joined(telling.polarity for telling in tellings)
        row[f"modality_{side}"] = joined(telling.modality for telling in tellings)
        row[f"by_{side}"] = joined(filter(None, map(by, tellings)))
    return row


def _quoting(comparison: Comparison) -> Callable[[Both[tuple[Quote, ...]]], Row]:
    """Return a function from the quotes of a difference to the columns of the first one of each side."""
    documents: list[dict[str, Document]] = [
        {document.id: document for document in side.knowledge.documents} for side in comparison.sides
    ]

    def quoted(quotes: Both[tuple[Quote, ...]]) -> Row:
        row: Row = dict.fromkeys(_EVIDENCE)
        for side, known, found in zip("ab", documents, quotes, strict=True):
            for quote in found[:1]:
                document = known[quote.document]
                row[f"sentence_{side}"] = on_one_line(document.text[quote.start : quote.end])
                row[f"title_{side}"] = document.title
                row[f"published_{side}"] = document.published.isoformat() if document.published else None
                row[f"source_{side}"] = document.source
        return row

    return quoted
