"""The articles of a build as annotation tools show them: names as spans, relations as arrows between names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import PurePosixPath
from typing import NamedTuple, get_args

from graph_builder.core.values import Document, Evidence, Kind, Knowledge, Modality, Polarity, Relation
from graph_builder.io.text import legible

KINDS: tuple[Kind, ...] = get_args(Kind)
# What GermEval 2014 calls words derived from a name, such as «السوري»: they imply an entity without naming it.
_DERIVED = "deriv"
LABELS = (*KINDS, *(f"{kind}{_DERIVED}" for kind in KINDS))

# Characters that XML 1.0 cannot hold, even escaped.
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A span of an article that names an entity, or words that imply it.

    Attributes:
        start: Start in code points.
        end: End in code points.
        label: The kind of entity, followed by `deriv` if the words only imply it.
        entity: Id of an entity of the build, or the name of an entity that the build does not have.
    """

    start: int
    end: int
    label: str
    entity: str

    @property
    def kind(self) -> Kind:
        """The kind of the entity."""
        return next(kind for kind in KINDS if self.label.startswith(kind))

    @property
    def implied(self) -> bool:
        """Whether the words imply the entity without naming it."""
        return self.label.endswith(_DERIVED)


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A relation that a sentence states, as an arrow from the name of its subject to the name of its object.

    `trigger` are the words that express it, as in the text; empty if unknown.
    """

    subject: Name
    object: Name
    predicate: str
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    trigger: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """Words that express relations; `source` is the id or new name of the entity that is quoted, or empty."""

    start: int
    end: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its names and relations.

    Attributes:
        document: Its id in the build.
        name: A short name, unique in the build, that can be the name of a file.
        title: Its title.
        source: Its origin.
        text: Its text, with U+FFFD for what XML cannot hold, so that offsets are those of the build.
        sentences: Start and end of each sentence.
        names: Its names, sorted.
        statements: Its relations, sorted.
        triggers: The words that express them, sorted.
    """

    document: str
    name: str
    title: str
    source: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    triggers: tuple[Trigger, ...] = ()

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the bounds of the sentence at a position; the position itself if there is none."""
        return next((span for span in self.sentences if span[0] <= position < span[1]), (position, position))

    def nearest(self, entity: str, position: int) -> Name:
        """Return the name of an entity that is nearest to a position, those that only imply it last."""
        own = [name for name in self.names if name.entity == entity]
        return min(own, key=lambda name: (name.implied, abs(name.start - position), name))


def articles(knowledge: Knowledge) -> Iterator[Article]:
    """Yield the articles of a build, sorted by their names."""
    names = _names(knowledge.documents)
    sentences: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in knowledge.sentences:
        sentences[span.document].append((span.start, span.end))
    mentions: defaultdict[str, list[Name]] = defaultdict(list)
    for entity in knowledge.entities:
        for each in entity.mentions:
            mentions[each.document].append(Name(each.start, each.end, entity.kind, entity.id))
    stated: defaultdict[str, list[tuple[Evidence, Relation]]] = defaultdict(list)
    for relation in knowledge.relations:
        for evidence in relation.evidence:
            stated[evidence.document].append((evidence, relation))
    kinds = {entity.id: entity.kind for entity in knowledge.entities}
    for document in sorted(knowledge.documents, key=lambda each: names[each.id]):
        bare = Article(
            document.id,
            names[document.id],
            legible(document.title),
            legible(document.source),
            legible(document.text),
            tuple(sentences[document.id]),
            tuple(sorted(mentions[document.id])),
        )
        yield _with_statements(bare, sorted(stated[document.id], key=lambda each: (each[0], each[1].id)), kinds)


def _names(documents: Iterable[Document]) -> dict[str, str]:
    """Return a name for each document by its id: that of its file, with the id where that is not unique."""
    short = {
        each.id: _UNSAFE.sub("_", PurePosixPath(each.source).name.removesuffix(".txt"))[:_LONGEST_NAME].strip("._")
        for each in documents
    }
    bearers = Counter(name.casefold() for name in short.values())
    return {
        document: name if name and bearers[name.casefold()] == 1 else f"{name}_{document}".lstrip("_")
        for document, name in short.items()
    }


class _Arrow(NamedTuple):
    """What the tools allow once: an arrow between two names."""

    subject: Name
    object: Name


_Factuality = tuple[Polarity, Modality]


def _with_statements(
    article: Article, stated: Sequence[tuple[Evidence, Relation]], kinds: Mapping[str, Kind]
) -> Article:
    """Return an article with the relations that its sentences state, and names for all of their entities."""
    of_entity: defaultdict[str, list[Name]] = defaultdict(list)
    for name in article.names:
        of_entity[name.entity].append(name)
    names, statements, triggers = set(article.names), set[Statement](), set[Trigger]()
    taken: dict[_Arrow, _Factuality] = {}
    for evidence, relation in stated:
        ends = (_anchors(each, evidence, of_entity[each], kinds) for each in (relation.subject, relation.object))
        factuality = (relation.polarity, relation.modality)
        free = (_Arrow(*pair) for pair in product(*ends) if taken.get(_Arrow(*pair), factuality) == factuality)
        # At most four arrows of different factuality fit between one name and one trigger of each side.
        if (arrow := next(free, None)) is None:
            continue
        taken[arrow] = factuality
        statements.add(Statement(*arrow, relation.predicate, *factuality, evidence.trigger))
        names |= set(arrow)
        source = relation.attributed_to or ""
        if source and not of_entity[source]:
            names.update(_anchors(source, evidence, (), kinds))
        triggers.add(Trigger(evidence.trigger_start, evidence.trigger_start + len(evidence.trigger), source))
    quoted = {(each.start, each.end) for each in triggers if each.source}
    return replace(
        article,
        names=tuple(sorted(names)),
        statements=tuple(sorted(statements)),
        triggers=tuple(sorted(each for each in triggers if each.source or (each.start, each.end) not in quoted)),
    )


def _anchors(entity: str, evidence: Evidence, names: Sequence[Name], kinds: Mapping[str, Kind]) -> list[Name]:
    """Return where an arrow may start or end: the names of an entity, the nearest first, and the trigger itself."""
    start, end = evidence.trigger_start, evidence.trigger_start + len(evidence.trigger)
    near = sorted(
        names, key=lambda name: (not evidence.start <= name.start < evidence.end, abs(name.start - start), name)
    )
    return [*near, Name(start, end, f"{kinds[entity]}{_DERIVED}", entity)]
