"""A build as plain data for the page: lists, dictionaries, strings and numbers, each sentence once.

Everything refers to everything by its index in the lists. Offsets are code points from the start of a sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_builder.export.explorer.passages import Name, evidence_sentence, mention_sentences, names_in
from graph_builder.export.explorer.vis import cooccurrence_network, relation_network
from graph_builder.export.result import Result
from graph_builder.values import Document, Entity, Evidence, Merge, Relation, Span

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Tables:
    """Where things stand in the lists of the page, and what their sentences say."""

    documents: Mapping[str, int]
    entities: Mapping[str, int]
    sentences: Mapping[Span, int]
    texts: Mapping[str, str]
    names: Mapping[Span, Sequence[Name]]


def page_data(result: Result) -> Json:
    """What the page is drawn from.

    documents
        title, source and date of publication (ISO 8601 or null).
    sentences
        document, text, and `names`: (start, end, entity) of every name in it.
    entities
        who they are, how they are written and why that is one entity, and the sentences that name them.
    relations
        those behind the drawn edges, and the negated ones, which are no edge; each with its evidence: sentence,
        `trigger` (start, end), and rule.
    views
        for each graph its nodes (strongest first), edges and options as vis-network takes them, and the order in which
        nodes come into the picture.
    """
    knowledge = result.knowledge
    relations = _shown_relations(result)
    mentioned = mention_sentences(knowledge)
    shown = sorted({*mentioned.values(), *(evidence_sentence(e) for r in relations for e in r.evidence)})
    tables = _Tables(
        documents={document.id: index for index, document in enumerate(knowledge.documents)},
        entities={entity.id: index for index, entity in enumerate(knowledge.entities)},
        sentences={sentence: index for index, sentence in enumerate(shown)},
        texts={document.id: document.text for document in knowledge.documents},
        names=names_in(shown, knowledge),
    )
    merges: dict[str, list[Merge]] = defaultdict(list)
    for merge in knowledge.merges:
        merges[merge.entity].append(merge)
    sentences = {e.id: sorted({tables.sentences[mentioned[m]] for m in e.mentions}) for e in knowledge.entities}
    numbers = {relation.id: number for number, relation in enumerate(relations)}
    return {
        "documents": [_document(document) for document in knowledge.documents],
        "sentences": [_sentence(sentence, tables) for sentence in shown],
        "entities": [_entity(e, merges[e.id]) | {"sentences": sentences[e.id]} for e in knowledge.entities],
        "relations": [_relation(relation, tables) for relation in relations],
        "views": {
            "relations": relation_network(result.relations, tables.entities, numbers),
            "cooccurrence": cooccurrence_network(result.cooccurrence, tables.entities),
        },
    }


def _shown_relations(result: Result) -> list[Relation]:
    drawn = {identifier for _, _, edge in result.relations.edges(data=True) for identifier in edge["relations"]}
    return [r for r in result.knowledge.relations if r.id in drawn or r.polarity == "negated"]


def _document(document: Document) -> Json:
    published = document.published.isoformat() if document.published else None
    return {"title": document.title, "source": document.source, "published": published}


def _sentence(sentence: Span, tables: _Tables) -> Json:
    return {
        "document": tables.documents[sentence.document],
        "text": tables.texts[sentence.document][sentence.start : sentence.end],
        "names": tables.names[sentence],
    }


def _entity(entity: Entity, merges: Sequence[Merge]) -> Json:
    place = entity.place
    return {
        "name": entity.name,
        "latin": entity.name_latin,
        "transliterated": entity.transliterated,
        "kind": entity.kind,
        "aliases": [alias for alias in entity.aliases if alias != entity.name],
        "merges": [
            {"left": m.left, "right": m.right, "rule": m.rule, "score": round(m.score, 6)}
            for m in sorted(merges, key=lambda m: (m.left, m.right, m.rule, m.score))
        ],
        "place": [round(place.lat, 4), round(place.lon, 4), place.country] if place else None,
        "links": entity.links,
        "mentions": len(entity.mentions),
        "documents": len({mention.document for mention in entity.mentions}),
    }


def _relation(relation: Relation, tables: _Tables) -> Json:
    return {
        "subject": tables.entities[relation.subject],
        "predicate": relation.predicate,
        "object": tables.entities[relation.object],
        "polarity": relation.polarity,
        "modality": relation.modality,
        "speaker": tables.entities[relation.attributed_to] if relation.attributed_to else None,
        "date": relation.date,
        "place": tables.entities[relation.place] if relation.place else None,
        "confidence": round(relation.confidence, 6),
        "evidence": [_evidence(evidence, tables) for evidence in relation.evidence],
    }


def _evidence(evidence: Evidence, tables: _Tables) -> Json:
    start = evidence.trigger_start - evidence.start
    return {
        "sentence": tables.sentences[evidence_sentence(evidence)],
        "trigger": (start, start + len(evidence.trigger)),
        "rule": evidence.rule,
    }
