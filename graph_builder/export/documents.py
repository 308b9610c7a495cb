"""documents.jsonl: the articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from graph_builder.export.result import Result
from graph_builder.export.tables import write_jsonl
from graph_builder.values import Knowledge


def write(result: Result, path: Path) -> None:
    """One article a line, sorted by id, with its whole text and what was found in it.

    Raises OSError.
    """
    found = counts(result.knowledge)
    rows = [
        {
            "id": document.id,
            "source": document.source,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "text": document.text,
            "counts": found[document.id],
        }
        for document in sorted(result.knowledge.documents, key=lambda document: document.id)
    ]
    write_jsonl(path, rows)


def counts(knowledge: Knowledge) -> dict[str, dict[str, int]]:
    """By each article's id: its sentences and mentions, the entities mentioned, the relations it is evidence for."""
    sentences = Counter(sentence.document for sentence in knowledge.sentences)
    mentions: Counter[str] = Counter()
    entities: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for entity in knowledge.entities:
        mentions.update(mention.document for mention in entity.mentions)
        entities.update({mention.document for mention in entity.mentions})
    for relation in knowledge.relations:
        relations.update({evidence.document for evidence in relation.evidence})
    return {
        document.id: {
            "sentences": sentences[document.id],
            "mentions": mentions[document.id],
            "entities": entities[document.id],
            "relations": relations[document.id],
        }
        for document in knowledge.documents
    }
