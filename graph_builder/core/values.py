"""The values that flow through a build, from the text of an article to what is known of it.

Every value is frozen. Offsets are code points into `Document.text`, which is never changed; an end is exclusive.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["PER", "LOC", "ORG"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "reported", "future"]

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff\ufffe\uffff]+")


def content_id(*parts: str, length: int = 16) -> str:
    """The start, in hexadecimal digits, of the SHA-256 of the parts: what a thing is called because of what it is."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI (RFC 3987), as far as can be told from its letters."""
    return _IRI.fullmatch(text) is not None


def entity_id(kind: Kind, key: str) -> str:
    """The id of the entity of a kind that a folded key stands for."""
    return content_id("entity", kind, key)


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `source` is where it came from, below what the user named; `id` is the hash of its text.

    `copy_of` is the id of the article that has the same text, or nearly; nothing where none has.
    """

    id: str
    source: str
    title: str
    text: str
    published: date | None = None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class InputSummary:
    """How many articles were read, and what was found in reading them.

    kinds
        Articles by the kind of file that they came out of.
    mended
        Articles by what was in the way of reading them: `markup`, `presentation forms`, `wrapped lines`, `social
        media`, `reversed lines`.
    languages
        Articles left out by the language that they are in; `other` for those in no Arabic letters.
    undated
        Articles without a date.
    copies
        Articles that are the same as others, or nearly.
    """

    kinds: Mapping[str, int] = field(default_factory=dict)
    mended: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with an input, in words for its owner.

    A `skipped` input is not part of the build; a `noted` one is, and its owner should know how.
    """

    source: str
    reason: str
    remedy: str
    outcome: Literal["skipped", "noted"] = "skipped"

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}; {self.remedy}."


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word, in the columns of CoNLL-U. `head` counts words of the sentence from 1; 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Token:
    """A written token, of one word or, with clitics, of several. `label` is its entity tag in BIOES."""

    start: int
    end: int
    words: tuple[Word, ...]
    label: str = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, from its first token's start to its last token's end."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> Iterator[Word]:
        """Every word, in the order in which heads count them."""
        return (word for token in self.tokens for word in token.words)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and what the language pipeline says of it."""

    document: Document
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names something: `text[start:end] == surface`.

    `sentence` counts the sentences of the document from 0.
    """

    document: str
    start: int
    end: int
    surface: str
    kind: Kind
    sentence: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place lies: degrees of WGS 84, and the ISO 3166-1 alpha-2 code of its country."""

    lat: float
    lon: float
    country: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or a place, with every mention of it.

    `links` are IRIs of what is held to be the same thing elsewhere, `same_as` those that a person said are.
    `transliterated` says that the Latin name, or a word of it, was made from the letters, for want of a known one.
    `place_score` is how likely `place` is, from 0 to 1; `other_places` are where else a place of that name may lie,
    where the choice was close, each with its IRI and how likely it is.
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
    """Two names held to be one entity's, and the rule that said so with how sure it is, from 0 to 1.

    By a rule that ends in `_kept_apart`, another entity of the same name is held to be none of this one.
    """

    entity: str
    left: str
    right: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence that states a relation, the words in it that tie the two, and the rule that read them.

    `trigger_start` is an offset into the document's text, where `trigger` stands as it is.
    """

    document: str
    start: int
    end: int
    trigger_start: int
    trigger: str
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What the texts say of two entities.

    `attributed_to` is the entity in whose words it stands, if they are not the article's own. `modality` is
    `future` where it is announced, else `reported` in somebody's words, else `asserted`. `date` is a day, a month or a
    year in ISO 8601, or the first and the last day with a slash between. `confidence` is from 0 to 1.
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
    """All that was read and found: what graphs, RDF and tables are made from.

    Each tuple is sorted by id, `sentences` by document and start: every sentence of every document, so that
    `Mention.sentence` finds the bounds of its own.
    """

    documents: tuple[Document, ...]
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    relations: tuple[Relation, ...]


def mentioned_or_related(entities: Iterable[Entity], relations: Iterable[Relation]) -> tuple[Entity, ...]:
    """Return the entities that are mentioned, or that a relation has as subject, object or speaker."""
    related = {end for each in relations for end in (each.subject, each.object, each.attributed_to)}
    return tuple(entity for entity in entities if entity.mentions or entity.id in related)
