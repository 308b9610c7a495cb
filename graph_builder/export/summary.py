"""The figures of a build, for the page, the manifest and the terminal."""

from __future__ import annotations

from typing import Any, get_args

from graph_builder.core.result import Result
from graph_builder.core.values import InputSummary, Kind
from graph_builder.export.documents import counts


def figures(reading: InputSummary, unnamed: int) -> dict[str, int]:
    """Return the non-zero numbers of articles by kind of file, treatment and other labels of `reading`.

    Args:
        reading: The counts of the articles that were read.
        unnamed: The number of articles without a mention.
    """
    numbers = {
        **reading.kinds,
        **reading.mended,
        "undated": reading.undated,
        "unnamed": unnamed,
        "copies": reading.copies,
        "other": sum(reading.languages.values()),
    }
    return {name: number for name, number in numbers.items() if number}


def found(result: Result) -> dict[str, Any]:
    """Return the counts of extractions; `words` are separated by blanks, `unnamed` are articles without a mention."""
    knowledge = result.knowledge
    each = counts(knowledge).values()
    return {
        "documents": len(knowledge.documents),
        "words": sum(article["words"] for article in each),
        "unnamed": sum(not article["mentions"] for article in each),
        "entities": {kind: sum(entity.kind == kind for entity in knowledge.entities) for kind in get_args(Kind)},
        "mentions": sum(len(entity.mentions) for entity in knowledge.entities),
        "merges": len(knowledge.merges),
        "relations": len(knowledge.relations),
        "cooccurrences": result.cooccurrence.number_of_edges(),
    }


def months(result: Result) -> tuple[str, str] | None:
    """Return the first and the last month of publication, as in 2024-12, or None if no article has a date."""
    days = [document.published for document in result.knowledge.documents if document.published]
    return (min(days).isoformat()[:7], max(days).isoformat()[:7]) if days else None
