"""A document with everything its extractions depend on, so that any process can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.core.annotations import Annotations, Read
from graph_builder.core.values import Document, Entity, Mention
from graph_builder.relate.sentence.coreference import (
    OfficeHeld,
    holders,
    lexicon_entities,
    mentions_by_document,
    offices_stated,
    views,
    views_of_names,
)
from graph_builder.relate.sentence.view import SentenceView


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """A document with everything its extractions depend on.

    Attributes:
        document: The document.
        annotation: Returns its annotation.
        mentioned: All mentions with their entities, in text order.
        entities: Entities by id: those the document names, and the countries and organizations of the lexicon in the
            corpus.
        held: Offices that the named entities hold anywhere in the corpus.
    """

    document: Document
    annotation: Read
    mentioned: Sequence[tuple[Mention, Entity]]
    entities: Mapping[str, Entity]
    held: tuple[OfficeHeld, ...]

    def offices(self) -> list[OfficeHeld]:
        """Return the offices that the article states, with their holders, sorted."""
        return sorted(set(offices_stated(self._named())))

    def views(self) -> Iterator[SentenceView]:
        """Yield the sentences of the article with all actors resolved."""
        return views(self._named(), holders(self.held))

    def _named(self) -> list[SentenceView]:
        return list(views_of_names(self.annotation(), self.mentioned, self.entities))


class CorpusContext:
    """Documents of a corpus with the entities they mention."""

    def __init__(self, corpus: Annotations, entities: Iterable[Entity]) -> None:
        every = list(entities)
        self._corpus = corpus
        self._mentioned = mentions_by_document(every)
        # Without mentions, to keep small what is sent to other processes.
        self._bare = {entity.id: replace(entity, mentions=()) for entity in every}
        self.lexicon_entities = lexicon_entities(self._bare)
        self.documents = corpus.documents

    def mentioned(self, document: Document) -> list[tuple[Mention, Entity]]:
        """Return the mentions of a document with their entities, in text order; the entities carry no mentions."""
        return [(mention, self._bare[entity.id]) for mention, entity in self._mentioned.get(document.id, ())]

    def article(self, document: Document, held: Iterable[OfficeHeld] = ()) -> DocumentContext:
        """Return the context of a document."""
        mentioned = self.mentioned(document)
        entities = {**self.lexicon_entities, **{entity.id: entity for _, entity in mentioned}}
        return DocumentContext(document, self._corpus.deferred(document), mentioned, entities, tuple(held))
