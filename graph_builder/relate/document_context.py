"""An article with all that its claims depend on, so that it can be read in any process."""

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
    """A document, and all else that its claims depend on.

    annotation
        Returns the annotation of the document.
    mentioned
        Every mention with its entity, in the order of the text.
    entities
        By id, those that the document names, and the countries and bodies of the lexicon that the corpus has.
    held
        The offices that those whom it names hold anywhere in the corpus.
    """

    document: Document
    annotation: Read
    mentioned: Sequence[tuple[Mention, Entity]]
    entities: Mapping[str, Entity]
    held: tuple[OfficeHeld, ...]

    def offices(self) -> list[OfficeHeld]:
        """Return the offices that the article says somebody holds, sorted."""
        return sorted(set(offices_stated(self._named())))

    def views(self) -> Iterator[SentenceView]:
        """Yield the sentences of the article, with all who act in them."""
        return views(self._named(), holders(self.held))

    def _named(self) -> list[SentenceView]:
        return list(views_of_names(self.annotation(), self.mentioned, self.entities))


class CorpusContext:
    """The articles of a corpus between whose entities relations are read."""

    def __init__(self, corpus: Annotations, entities: Iterable[Entity]) -> None:
        every = list(entities)
        self._corpus = corpus
        self._mentioned = mentions_by_document(every)
        # What is sent with an article are not the mentions in all others.
        self._bare = {entity.id: replace(entity, mentions=()) for entity in every}
        self.lexicon_entities = lexicon_entities(self._bare)
        self.documents = corpus.documents

    def mentioned(self, document: Document) -> list[tuple[Mention, Entity]]:
        """Return every mention of a document with its entity, in the order of the text, without its other mentions."""
        return [(mention, self._bare[entity.id]) for mention, entity in self._mentioned.get(document.id, ())]

    def article(self, document: Document, held: Iterable[OfficeHeld] = ()) -> DocumentContext:
        """Return one of the articles."""
        mentioned = self.mentioned(document)
        entities = {**self.lexicon_entities, **{entity.id: entity for _, entity in mentioned}}
        return DocumentContext(document, self._corpus.deferred(document), mentioned, entities, tuple(held))
