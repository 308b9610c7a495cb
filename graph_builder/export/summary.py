"""What was read and found, in figures: the same in the page, in the manifest and in the terminal."""

from __future__ import annotations

from typing import Any, get_args

from graph_builder.core.result import Result
from graph_builder.core.values import InputSummary, Kind
from graph_builder.export.documents import counts


def figures(reading: InputSummary, unnamed: int) -> dict[str, int]:
    """Return how many articles were read by the kind of file, and how many have what the labels of `reading` name.

    `unnamed` is the number of those without a name. What no article has is left out.
    """
    told = {
        **reading.kinds,
        **reading.mended,
        "undated": reading.undated,
        "unnamed": unnamed,
        "copies": reading.copies,
        "other": sum(reading.languages.values()),
    }
    return {name: number for name, number in told.items() if number}


def found(result: Result) -> dict[str, Any]:
    """Return how much was found. `words` are those between blanks; `unnamed` are the articles without a name."""
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
    """Return the first and the last month, as in 2024-12, of articles with a date; None where none has one."""
    days = [document.published for document in result.knowledge.documents if document.published]
    return (min(days).isoformat()[:7], max(days).isoformat()[:7]) if days else None
