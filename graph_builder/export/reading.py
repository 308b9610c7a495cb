"""What was read of the inputs, in figures: the same in the page and in the terminal."""

from __future__ import annotations

from graph_builder.export.documents import counts
from graph_builder.export.result import Result


def figures(result: Result) -> dict[str, int]:
    """Return how many articles were read by the kind of file, and how many have what the labels of `reading` name.

    What no article has is left out.
    """
    reading = result.reading
    unnamed = sum(not each["mentions"] for each in counts(result.knowledge).values())
    told = {
        **reading.kinds,
        **reading.mended,
        "undated": reading.undated,
        "unnamed": unnamed,
        "copies": reading.copies,
        "other": sum(reading.languages.values()),
    }
    return {name: number for name, number in told.items() if number}


def words(result: Result) -> int:
    """Return how many words were read, those between blanks."""
    return sum(each["words"] for each in counts(result.knowledge).values())


def months(result: Result) -> tuple[str, str] | None:
    """Return the first and the last month, as in 2024-12, of articles with a date; None where none has one."""
    days = [document.published for document in result.knowledge.documents if document.published]
    return (min(days).isoformat()[:7], max(days).isoformat()[:7]) if days else None
