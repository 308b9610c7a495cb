"""Values that flow through a build, from documents to knowledge.

All values are frozen. Offsets are code points in `Document.text`, which never changes; ends are exclusive.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["PER", "LOC", "ORG"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "reported", "future"]

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff\ufffe\uffff]+")


def content_id(*parts: str, length: int = 16) -> str:
    """Return a content-based id: the first hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def is_iri(text: str) -> bool:
    """Return whether a text has the form of an absolute IRI (RFC 3987)."""
    return _IRI.fullmatch(text) is not None


def entity_id(kind: Kind, key: str) -> str:
    """Return the id of the entity with a kind and a folded key."""
    return content_id("entity", kind, key)


@dataclass(frozen=True, slots=True)
class Document:
    """An article.

    Attributes:
        id: Hash of the text.
        source: Origin, relative to the input that the user named.
        title: Title; may be empty.
        text: The text.
        published: Day of publication; None if unknown.
        copy_of: Id of the article of which this is an exact or near duplicate; empty if there is none.
    """

    id: str
    source: str
    title: str
    text: str
    published: date | None = None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class InputSummary:
    """Summary of the input: numbers of articles.

    Attributes:
        kinds: By kind of file.
        mended: By obstacle that was removed: `markup`, `presentation forms`, `wrapped lines`, `social media`, `reversed
            lines`.
        languages: Articles left out, by language; `other` if they are not in Arabic script.
        undated: Without a date.
        copies: Exact and near duplicates.
    """

    kinds: Mapping[str, int] = field(default_factory=dict)
    mended: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with an input, reported to the user.

    Attributes:
        source: The input.
        reason: What is wrong.
        remedy: What the user can do.
        outcome: Whether the input was `skipped`, or used and the problem only `noted`.
    """

    source: str
    reason: str
    remedy: str
    outcome: Literal["skipped", "noted"] = "skipped"

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}; {self.remedy}."


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A span of a document's text, in code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word, with the columns of CoNLL-U; `head` counts words of the sentence from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Token:
    """A token of one word or, with clitics, of several; `label` is its entity tag in BIOES."""

    start: int
    end: int
    words: tuple[Word, ...]
    label: str = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, from the start of its first token to the end of its last."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> Iterator[Word]:
        """All words, in the order in which heads count them."""
        return (word for token in self.tokens for word in token.words)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its annotation by the language pipeline."""

    document: Document
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an entity: `text[start:end] == surface`; `sentence` is the index of its sentence, from 0."""

    document: str
    start: int
    end: int
    surface: str
    kind: Kind
    sentence: int


@dataclass(frozen=True, slots=True)
class Place:
    """Coordinates in degrees (WGS 84), and the ISO 3166-1 alpha-2 code of the country."""

    lat: float
    lon: float
    country: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or a place, with all its mentions.

    Attributes:
        id: Id derived from kind and key.
        kind: Its kind.
        name: Main name.
        name_latin: Name in Latin script.
        aliases: Other names.
        mentions: Its mentions, in order of document and start.
        place: Coordinates of a place; None if unknown.
        links: IRIs of the same entity in other data sets.
        transliterated: Whether any part of the Latin name is transliterated because no spelling is known.
        place_score: Confidence (0–1) of `place`.
        other_places: Possible alternatives to `place`, each with its IRI and confidence.
        same_as: IRIs of the same entity, as decided by the user.
    """

    id: str
    kind: Kind
    name: str
    name_latin: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    place: Place | None = None
    links: tuple[str, ...] = ()
    transliterated: bool = False
    place_score: float = 1.0
    other_places: tuple[tuple[Place, str, float], ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge of two names, with its rule and confidence (0–1).

    A rule that ends in `_kept_apart` records the opposite: another entity has the same name.

    Attributes:
        entity: Id of the entity.
        left: Its main name.
        right: The other name.
        rule: Name of the rule.
        score: Confidence from 0 to 1.
    """

    entity: str
    left: str
    right: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence that states a relation.

    Attributes:
        document: Id of the document.
        start: Start of the sentence.
        end: End of the sentence.
        trigger_start: Start of the trigger in the text.
        trigger: The words that express the relation, as in the text.
        rule: Name of the rule.
    """

    document: str
    start: int
    end: int
    trigger_start: int
    trigger: str
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two entities, with its evidence.

    Attributes:
        id: Id derived from the content.
        subject: Id of the subject.
        predicate: Name of the predicate.
        object: Id of the object.
        evidence: The sentences that state it.
        polarity: Affirmed or negated.
        modality: `future` if announced, else `reported` if attributed to a source, else `asserted`.
        attributed_to: Id of the source that is quoted; None if the articles themselves state it.
        date: Day, month or year in ISO 8601, or first and last day separated by a slash.
        place: Id of the place of the event.
        confidence: From 0 to 1.
    """

    id: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    date: str | None
    place: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that was read and found; graphs, RDF and tables are derived from it.

    Attributes:
        documents: Documents, sorted by id.
        sentences: All sentences of all documents, sorted by document and start; `Mention.sentence` counts them per
            document.
        entities: Entities, sorted by id.
        merges: Merges, sorted by entity and name.
        relations: Relations, sorted by id.
    """

    documents: Sequence[Document]
    sentences: Sequence[Span]
    entities: Sequence[Entity]
    merges: Sequence[Merge]
    relations: Sequence[Relation]


def mentioned_or_related(entities: Iterable[Entity], relations: Iterable[Relation]) -> tuple[Entity, ...]:
    """Return the entities that are mentioned, or that a relation has as subject, object or speaker."""
    related = {end for each in relations for end in (each.subject, each.object, each.attributed_to)}
    return tuple(entity for entity in entities if entity.mentions or entity.id in related)
