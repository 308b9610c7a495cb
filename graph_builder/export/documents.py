"""documents.jsonl: the articles."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from pathlib import Path

from graph_builder.arabic.normalized import article
from graph_builder.core.result import Result
from graph_builder.core.values import Knowledge
from graph_builder.io.tables import write_jsonl


def write(result: Result, path: Path) -> None:
    """Write one article per line, sorted by id, with its text, counts, and the start and end of each sentence.

    Raises:
        OSError: If the file cannot be written.
    """
    found = counts(result.knowledge)
    sentences: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for sentence in result.knowledge.sentences:
        sentences[sentence.document].append((sentence.start, sentence.end))
    rows = (
        {
            "id": document.id,
            "source": document.source,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "text": document.text,
            "copy_of": document.copy_of or None,
            "counts": found[document.id],
            "sentences": sentences[document.id],
        }
        for document in sorted(result.knowledge.documents, key=lambda document: document.id)
    )
    write_jsonl(path, rows)


def counts(knowledge: Knowledge) -> dict[str, dict[str, int]]:
    """Return the numbers of words, sentences, mentions, entities and relations of each article, by its id.

    `silent` is the number of sentences without a mention or relation.
    """
    sentences = Counter(sentence.document for sentence in knowledge.sentences)
    speaking = _speaking(knowledge)
    silent = Counter(s.document for s in knowledge.sentences if (s.document, s.start) not in speaking)
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
            "words": _words(document.text),
            "sentences": sentences[document.id],
            "silent": silent[document.id],
            "mentions": mentions[document.id],
            "entities": entities[document.id],
            "relations": relations[document.id],
        }
        for document in knowledge.documents
    }


@functools.lru_cache(maxsize=1 << 17)  # used by the pages, the manifest and the tables
def _words(text: str) -> int:
    return len(article(text).text.split())


def _speaking(knowledge: Knowledge) -> set[tuple[str, int]]:
    """Return the document and start of every sentence with a mention or a relation."""
    starts: dict[str, list[int]] = {}
    for sentence in knowledge.sentences:
        starts.setdefault(sentence.document, []).append(sentence.start)
    mentioned = {
        (mention.document, starts[mention.document][mention.sentence])
        for entity in knowledge.entities
        for mention in entity.mentions
    }
    return mentioned | {(e.document, e.start) for relation in knowledge.relations for e in relation.evidence}
