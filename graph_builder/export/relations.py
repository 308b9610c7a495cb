"""relations.jsonl and relations.csv: the relations between entities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph_builder.arabic.normalized import on_one_line
from graph_builder.core.result import Result
from graph_builder.core.values import Evidence, Relation
from graph_builder.io.tables import write_csv, write_jsonl

_COLUMNS = (
    *("id", "subject", "predicate", "object", "polarity", "modality", "attributed_to", "date", "place", "confidence"),
    *("evidence", "subject_name", "object_name", "attributed_to_name", "place_name", "sentence", "trigger"),
    *("document", "title", "source"),
)


def write_relations_jsonl(result: Result, path: Path) -> None:
    """Write one relation per line, sorted by id, with all its evidence.

    Raises:
        OSError: If the file cannot be written.
    """
    rows = (_facts(relation) | {"evidence": [row(e) for e in relation.evidence]} for relation in _sorted(result))
    write_jsonl(path, rows)


def write_relations_csv(result: Result, path: Path) -> None:
    """Write one relation per row, sorted by id, with names beside ids.

    `evidence` is the number of its sentences; `sentence` (on one line), `trigger`, `document`, `title` and `source` are
    those of the first one.

    Raises:
        OSError: If the file cannot be written.
    """
    names: dict[str | None, str | None] = {entity.id: entity.name for entity in result.knowledge.entities}
    documents = {document.id: document for document in result.knowledge.documents}
    rows = []
    for relation in _sorted(result):
        first = relation.evidence[0]
        document = documents[first.document]
        facts = _facts(relation) | {
            "evidence": len({(each.document, each.start) for each in relation.evidence}),
            "subject_name": names[relation.subject],
            "object_name": names[relation.object],
            "attributed_to_name": names.get(relation.attributed_to),
            "place_name": names.get(relation.place),
            "sentence": on_one_line(document.text[first.start : first.end]),
            "trigger": first.trigger,
            "document": document.id,
            "title": document.title,
            "source": document.source,
        }
        rows.append(facts)
    write_csv(path, rows, _COLUMNS)


def row(evidence: Evidence) -> dict[str, Any]:
    """Return a piece of evidence as a JSON object."""
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "trigger_start": evidence.trigger_start,
        "trigger": evidence.trigger,
        "rule": evidence.rule,
    }


def _sorted(result: Result) -> list[Relation]:
    return sorted(result.knowledge.relations, key=lambda relation: relation.id)


def _facts(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "polarity": relation.polarity,
        "modality": relation.modality,
        "attributed_to": relation.attributed_to,
        "date": relation.date,
        "place": relation.place,
        "confidence": round(relation.confidence, 6),
    }
